/** 撤回征求意见 (CLK-3): the clock goes on from the day after. How the wait for another agency, whose silence means nothing, ends. */
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { openConsultations } from '../standing.ts';
import { afterConsultation } from './after-consultation.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface WithdrawConsultation extends FileAct {
  readonly verb: 'withdrawConsultation';
  readonly consultation: number;
  readonly why: string;
}

const BASIS = art(33, { paragraph: 3 });

export const withdrawConsultation: Verb<WithdrawConsultation> = {
  term: '撤回征求意见',
  basis: BASIS,
  causes: '不再等这一方的意见，期限自次日起继续计算。',
  trace: 'withdrewConsultation',
  roles: ['handler', 'officeHead'],
  from: ['consulting', 'correctionPending', 'feePending', 'drafted', 'reviewed'],
  may: ({ facts }) =>
    openConsultations(facts).some((f) => f.whom !== 'third-party')
      ? undefined
      : refuse('REQ-13', BASIS, '没有可以撤回的征求。征求第三方意见是法定步骤，应当等到收到意见或者满15个工作日。'),
  act(file, { on, consultation, why }) {
    const sent = openConsultations(file.facts).find((f) => f.n === consultation);
    if (!sent) return refuse('REQ-13', BASIS, '这次征求不存在、已经答复或者已经撤回，请刷新后重新选择。');
    if (sent.whom === 'third-party')
      return refuse('REQ-13', art(32), '征求第三方意见是法定步骤，不能撤回：应当等到收到意见或者满15个工作日。');
    if (on < sent.on)
      return refuse('REQ-13', BASIS, `征求意见书是${inProse(sent.on)}发出的，撤回的日期不能更早，请核对。`);
    if (isMissing(why)) return refuse('REQ-13', BASIS, '请写明撤回征求的原因。');
    return afterConsultation(file, { type: 'consultationWithdrawn', on, consultation, why });
  },
};
