/**
 * 撤回收费通知 [REQ-20, FEE-12]: the period counts as if it had never stood still (CLK-10), whether or not the fee was paid; what was paid goes back.
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { feePayment } from '../fees/payments.ts';
import { feeNotice, restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface WithdrawFeeNotice extends FileAct {
  readonly verb: 'withdrawFeeNotice';
  readonly why: string;
}

const BASIS = '国办函〔2020〕109号';

export const withdrawFeeNotice: Verb<WithdrawFeeNotice> = {
  term: '撤回收费通知',
  basis: BASIS,
  causes: '期限视为从来没有因为收费停过，也没有重新起算；已经缴纳的应当全部退还，请另行登记退费。',
  trace: 'withdrewFeeNotice',
  roles: ['handler', 'officeHead'],
  from: ['feePending', 'inProcess', 'consulting'],
  may: ({ facts }) => (feeNotice(facts) ? undefined : refuse('REQ-20', BASIS, '没有可以撤回的收费通知。')),
  act({ facts }, { on, why }) {
    const notice = feeNotice(facts)!;
    const last = feePayment(facts) ?? notice;
    if (on < last.on)
      return refuse('REQ-20', BASIS, `收费通知是${inProse(notice.on)}发出的，撤回的日期不能早于发出和缴费，请核对。`);
    if (isMissing(why)) return refuse('REQ-20', BASIS, '请写明撤回收费通知的原因。');
    return { fact: { type: 'feeNoticeWithdrawn', on, why }, state: restingState(facts) };
  },
};
