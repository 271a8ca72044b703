/**
 * 缴清费用 [REQ-19, FEE-10, FEE-18]. 国办函〔2020〕109号第六条：the period is counted anew from the day after payment. The day is that of the payer's voucher;
 * part of the sum is no payment, and what comes after the period is returned (CLK-10). Of a joint notice the applicant may name those he pays for. Paid
 * within the period and written down after the application was taken for given up, it brings it back [REQ-94].
 */
import { inProse } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import type { JointPayment } from '../facts.ts';
import { stillOwing } from '../fees/joint-notice.ts';
import type { RequestFile } from '../info-request.ts';
import { feeNotice, restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import { NOT_CLOSED, refuseRevival } from './revival.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RecordPayment extends FileAct {
  readonly verb: 'recordPayment';
  /** Of the voucher; of one that pays for several, the sum of them all. */
  readonly yuan: number;
  /** 缴费票据号: of the 财政票据, printed under the eye of the treasury. */
  readonly receipt: string;
  /** 申请人怎样指明: where it does not pay for all that a joint notice tells of. */
  readonly named?: string;
  /** The applications of a joint notice that the voucher pays for, this one among them. */
  readonly payingFor?: readonly { readonly number: string; readonly yuan: number }[];
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
  act(file, command, { calendar, jointly }) {
    const { facts } = file;
    const { on, yuan, receipt } = command;
    const notice = feeNotice(facts)!;
    if (on < notice.on)
      return refuse('REQ-19', BASIS, `收费通知是${inProse(notice.on)}发出的，缴费的日期不能更早，请核对。`);
    const paidFor = command.payingFor ?? [{ number: file.request.number, yuan: notice.yuan }];
    const owed = paidFor.reduce((sum, one) => sum + one.yuan, 0);
    if (yuan !== owed)
      return refuse(
        'REQ-19',
        BASIS,
        `${paidFor.length > 1 ? `所选${paidFor.length}件` : ''}应缴${owed}元。没有缴足的不算完成缴费，期满没有缴足的全部退还；多缴的按应缴数登记，差额另行登记退费。`,
      );
    const due = sideClockOf(file, 'fee-payment', on, calendar)?.due;
    if (due && on > due)
      return refuse(
        'REQ-19',
        BASIS,
        `缴费期限到${inProse(due)}为止，期满后缴纳的不恢复办理，请退还款项并登记退费；申请人可以重新申请。`,
      );
    if (isMissing(receipt)) return refuse('FEE-10', BASIS, '请填写缴费票据号（财政票据上的号码，电子票据也可以）。');
    const joint = notice.joint ? jointPayment(command, paidFor, jointly) : undefined;
    if (isRefusal(joint)) return joint;
    return {
      fact: { type: 'paid', on, yuan: notice.yuan, receipt: receipt.trim(), ...(joint && { joint }) },
      state: restingState(facts),
      set: NOT_CLOSED,
    };
  },
};

function jointPayment(
  { yuan, named = '' }: RecordPayment,
  paidFor: readonly { readonly number: string }[],
  jointly: readonly RequestFile[],
): JointPayment | Refusal {
  const numbers = paidFor.map(({ number }) => number);
  const left = stillOwing(jointly).filter(({ request }) => !numbers.includes(request.number));
  if (left.length > 0 && isMissing(named))
    return refuse(
      'FEE-18',
      BASIS,
      `同一份通知书还有${left.length}件没有缴：${left.map(({ request }) => request.number).join('、')}。申请人指明只缴其中几件的，请写明他怎样指明；没有指明的，不算完成缴费。`,
    );
  return { yuan, numbers, ...(left.length > 0 && { named: named.trim() }) };
}
