/**
 * 缴清费用 [REQ-19, FEE-10]. 国办函〔2020〕109号第六条：the period is counted anew from the day after payment. The day is that of the payer's voucher;
 * part of the sum is no payment, and what comes after the period is returned (CLK-10). Paid within the period and written down after the application
 * was taken for given up, it brings it back [REQ-94].
 */
import { inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { feeNotice, restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import { NOT_CLOSED, refuseRevival } from './revival.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RecordPayment extends FileAct {
  readonly verb: 'recordPayment';
  readonly yuan: number;
  /** 缴费票据号: of the 财政票据, printed under the eye of the treasury. */
  readonly receipt: string;
}

const BASIS = '国办函〔2020〕109号第六条';

export const recordPayment: Verb<RecordPayment> = {
  term: '登记缴清费用',
  basis: BASIS,
  causes:
    '自缴清之日重新计算20个工作日。已经记为视为放弃、而费用在期限以内缴清的，恢复办理，请告知申请人此前的告知书不再有效。',
  trace: 'recordedPayment',
  roles: ['handler', 'officeHead'],
  from: ['feePending', 'abandoned'],
  lastDay: (file, today, calendar) => sideClockOf(file, 'fee-payment', today, calendar)?.due,
  may: (file, on, calendar) =>
    file.request.state === 'abandoned' ? refuseRevival(file, 'fee-payment', on, calendar) : undefined,
  act(file, { on, yuan, receipt }, { calendar }) {
    const { facts } = file;
    const notice = feeNotice(facts)!;
    if (on < notice.on)
      return refuse('REQ-19', BASIS, `收费通知是${inProse(notice.on)}发出的，缴费的日期不能更早，请核对。`);
    if (yuan !== notice.yuan)
      return refuse(
        'REQ-19',
        BASIS,
        `应缴${notice.yuan}元。没有缴足的不算完成缴费，期满没有缴足的全部退还；多缴的按应缴数登记，差额另行登记退费。`,
      );
    const due = sideClockOf(file, 'fee-payment', on, calendar)?.due;
    if (due && on > due)
      return refuse(
        'REQ-19',
        BASIS,
        `缴费期限到${inProse(due)}为止，期满后缴纳的不恢复办理，请退还款项并登记退费；申请人可以重新申请。`,
      );
    if (isMissing(receipt)) return refuse('FEE-10', BASIS, '请填写缴费票据号（财政票据上的号码，电子票据也可以）。');
    return { fact: { type: 'paid', on, yuan, receipt: receipt.trim() }, state: restingState(facts), set: NOT_CLOSED };
  },
};
