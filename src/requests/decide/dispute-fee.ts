/**
 * 收费异议 [FEE-13]: the applicant says why the fee should not be asked for, and is answered before the application may be taken for given up. The
 * period of payment goes on. Who agrees with him withdraws the notice.
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { disputeOf, openDispute } from '../fees/dispute.ts';
import { feeNotice } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface DisputeFee extends FileAct {
  readonly verb: 'disputeFee';
  /** 异议的内容和理由. */
  readonly words: string;
}

export interface AnswerFeeDispute extends FileAct {
  readonly verb: 'answerFeeDispute';
  readonly words: string;
}

const BASIS = '国办函〔2021〕132号第三条';

export const disputeFee: Verb<DisputeFee> = {
  term: '登记收费异议',
  basis: BASIS,
  causes: '缴费期限照常计算；答复异议以前不能视为放弃申请。异议成立的，撤回收费通知。',
  trace: 'disputedFee',
  roles: ['handler', 'officeHead'],
  byApplicant: true,
  from: ['feePending'],
  may: ({ facts }) =>
    disputeOf(facts) ? refuse('FEE-13', BASIS, '对这份收费通知已经提出过异议，异议和答复都在案卷里。') : undefined,
  act({ facts }, { on, words }) {
    const notice = feeNotice(facts)!;
    if (on < notice.on)
      return refuse('FEE-13', BASIS, `收费通知是${inProse(notice.on)}发出的，提出异议的日期不能更早，请核对。`);
    if (isMissing(words)) return refuse('FEE-13', BASIS, '请写明对收费有什么异议，为什么。');
    return { fact: { type: 'feeDisputed', on, words: words.trim() } };
  },
};

export const answerFeeDispute: Verb<AnswerFeeDispute> = {
  term: '答复收费异议',
  basis: BASIS,
  causes: '申请人在进度页看到答复。维持收费的写明理由；异议成立的不用这一步，直接撤回收费通知。',
  trace: 'answeredFeeDispute',
  roles: ['handler', 'officeHead'],
  from: ['feePending', 'inProcess', 'consulting'],
  may: ({ facts }) => (openDispute(facts) ? undefined : refuse('FEE-13', BASIS, '没有等待答复的收费异议。')),
  act({ facts }, { on, words }) {
    const said = openDispute(facts)!;
    if (on < said.on) return refuse('FEE-13', BASIS, `异议是${inProse(said.on)}提出的，答复的日期不能更早，请核对。`);
    if (isMissing(words)) return refuse('FEE-13', BASIS, '请写明维持收费的理由。');
    return { fact: { type: 'feeDisputeAnswered', on, dispute: said.n, words: words.trim() } };
  },
};
