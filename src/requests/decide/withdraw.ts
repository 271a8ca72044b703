/** 撤回申请 [REQ-29]: the applicant's, until a reply has gone out; or the end of an application nobody succeeds to. Counts as 其他处理·其他. */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { isOpen, outcomeOf } from '../outcomes.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface Withdraw extends FileAct {
  readonly verb: 'withdraw';
  /** `withdrawn`: by the applicant. `ended`: the applicant died or was dissolved and nobody succeeds. */
  readonly outcome: 'withdrawn' | 'ended';
  /** How it was withdrawn and how that can be checked. */
  readonly why: string;
}

export const withdraw: Verb<Withdraw> = {
  term: '登记撤回申请',
  basis: art(50),
  causes: '案卷办结，计入年度报告“其他处理”。',
  trace: 'withdrew',
  roles: ['handler', 'officeHead'],
  byApplicant: true,
  from: [
    'submitted',
    'inProcess',
    'correctionPending',
    'reasonPending',
    'consulting',
    'feePending',
    'drafted',
    'reviewed',
    'signed',
  ],
  act({ request }, { on, outcome, why }, { actor }) {
    if (!isOpen(outcome, 'withdraw', on) || (actor.kind === 'public' && outcome !== 'withdrawn'))
      return refuse('REQ-29', art(50), '请选择是申请人撤回，还是申请人死亡或者终止后无人继受。');
    if (isMissing(why)) return refuse('REQ-29', art(50), '请写明撤回或者终结的经过，以便日后核对。');
    // An application that was never confirmed was never received: it is closed without a figure in the report.
    const reportRow = request.receivedOn === null ? null : outcomeOf(outcome).reportRow;
    return { fact: { type: 'withdrawn', on, why }, state: 'withdrawn', set: { outcome, reportRow, closedOn: on } };
  },
};
