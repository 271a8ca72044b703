/**
 * 登记退费 [FEE-11, FEE-12, FEE-19]. What came after the period, or not in full, is returned and brings nothing back (CLK-10); what was paid on a notice
 * that was withdrawn is returned whole; by pages, what was paid for pages that were not provided. The sum follows from the file wherever it can.
 */
import { type CivilDate, inProse, parseCivilDate } from '../../statute/civil-date.ts';
import { feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { factsOf, lastOf, type NewFact } from '../facts.ts';
import { owedBy } from '../fees/joint-notice.ts';
import { feePayment, REFUND_CAUSES, type RefundCause, refundsOwed } from '../fees/payments.ts';
import type { RequestFile } from '../info-request.ts';
import { feeNotice } from '../standing.ts';
import { REQUEST_STATES } from '../states.ts';
import { isCount, isMissing } from './particulars.ts';
import type { FileAct, FileScene, Verb } from './verb.ts';

export interface RecordRefund extends FileAct {
  readonly verb: 'recordRefund';
  readonly cause: RefundCause;
  /** 到账金额 of what was never taken for a payment: what goes back follows from it. */
  readonly came?: number;
  /** 到账之日. */
  readonly cameOn?: CivilDate;
  /** 实际提供的页数, of a fee by pages. */
  readonly pages?: number;
  /** 票据号或者到账凭证号 of what goes back, where no payment was recorded. */
  readonly receipt?: string;
  /** 退付凭证号. */
  readonly number: string;
  readonly note: string;
}

const BASIS = '国办函〔2020〕109号';
const MOST_YUAN = 10_000_000;

type Returned = Pick<
  Extract<NewFact, { type: 'refunded' }>,
  'yuan' | 'receipt' | 'payment' | 'pages' | 'came' | 'cameOn'
>;

export const recordRefund: Verb<RecordRefund> = {
  term: '登记退费',
  basis: BASIS,
  causes: '退还的缴费从收取的金额中减去；期满以后才缴、没有缴足的，不计入收取，也不恢复办理。',
  trace: 'recordedRefund',
  roles: ['handler', 'officeHead'],
  from: REQUEST_STATES.filter((state) => state !== 'submitted'),
  may: ({ facts }) =>
    lastOf(facts, 'feeNoticed') ? undefined : refuse('FEE-11', BASIS, '这件申请没有发过收费通知，没有费用可退。'),
  act(file, command, scene) {
    const { on, cause, number, note } = command;
    if (!Object.hasOwn(REFUND_CAUSES, cause)) return refuse('FEE-11', BASIS, '请选择退费的原因。');
    const returned = REFUND_CAUSES[cause].paid ? ofPayment(file, command) : neverTaken(file, command, scene);
    if (isRefusal(returned)) return returned;
    if (isMissing(number)) return refuse('FEE-12', BASIS, '请填写退付凭证号。');
    if (factsOf(file.facts, 'refunded').some((before) => before.number === number.trim()))
      return refuse('FEE-12', BASIS, `凭证“${number.trim()}”已经登记过一次退费，请核对，不要重复登记。`);
    const since = [...factsOf(file.facts, 'feeNoticed'), ...factsOf(file.facts, 'paid')].at(-1)!;
    if (on < since.on)
      return refuse('FEE-12', BASIS, `${inProse(since.on)}才发出通知或者缴费，退费的日期不能更早，请核对。`);
    return { fact: { type: 'refunded', on, cause, ...returned, number: number.trim(), note: note.trim() } };
  },
};

/** Out of a payment that was recorded: the sum follows from the file. */
function ofPayment({ facts }: RequestFile, { cause, pages }: RecordRefund): Returned | Refusal {
  if (cause === 'withdrawn') {
    const [owed] = refundsOwed(facts);
    return owed
      ? { yuan: owed.yuan, payment: owed.n, receipt: owed.receipt ?? '' }
      : refuse('FEE-12', BASIS, '没有撤回收费通知以后应当退还的缴费，或者已经退还。');
  }
  const [notice, paid] = [feeNotice(facts), feePayment(facts)];
  if (notice?.tariff !== 'pages' || !paid || !lastOf(facts, 'served'))
    return refuse(
      'FEE-12',
      BASIS,
      '按页数退差，限于按量收费、已经缴清、答复已经送出的申请。按件收费的不因处理结果退费。',
    );
  if (factsOf(facts, 'refunded').some(({ payment }) => payment === paid.n))
    return refuse('FEE-12', BASIS, '这笔缴费已经退过差额。');
  const fee = feeFor('pages', pages ?? Number.NaN);
  if (isRefusal(fee)) return fee;
  const yuan = paid.yuan - fee.amount;
  return yuan > 0
    ? { yuan, payment: paid.n, receipt: paid.receipt ?? '', pages: pages! }
    : refuse(
        'FEE-12',
        BASIS,
        `通知的是${notice.quantity}页，已缴${paid.yuan}元；实际提供${pages}页应收${fee.amount}元，没有差额可退。`,
      );
}

/** What came in and was never a payment: all of it goes back, and no more; of too much in one sum, what is beyond the fee. */
function neverTaken(file: RequestFile, command: RecordRefund, { calendar, jointly }: FileScene): Returned | Refusal {
  const { facts, request } = file;
  const { on, cause, came = 0, cameOn = '', receipt = '' } = command;
  const notice = lastOf(facts, 'feeNoticed')!;
  if (!isCount(came, 1, MOST_YUAN)) return refuse('FEE-11', BASIS, '请填写这笔款项的到账金额，整数元。');
  const day = parseCivilDate(cameOn);
  if (!day) return refuse('FEE-11', BASIS, '请填写这笔款项到账的日期。');
  if (day < notice.on || day > on)
    return refuse('FEE-11', BASIS, `到账的日期应当在${inProse(notice.on)}发出收费通知以后、退费以前，请核对。`);
  if (isMissing(receipt)) return refuse('FEE-11', BASIS, '请填写所退款项的票据号或者到账凭证号。');
  // [FEE-19] What came in for several files of a joint notice goes back once, in whichever of them it is written down.
  const before = [file, ...jointly].find((one) =>
    factsOf(one.facts, 'refunded').some(({ payment, receipt: of }) => payment === null && of === receipt.trim()),
  );
  if (before)
    return refuse(
      'FEE-11',
      BASIS,
      `票据“${receipt.trim()}”的款项已经登记过一次退费${before === file ? '' : `（在${before.request.number}）`}，请核对，不要重复登记。`,
    );
  const returned = { yuan: came, receipt: receipt.trim(), payment: null, came, cameOn: day };
  const paid = feePayment(facts);
  if (cause === 'excess') {
    if (!paid) return refuse('FEE-11', BASIS, '还没有登记缴清。多缴的，请先按应缴数登记缴清，再登记退还的差额。');
    // Another voucher is a second payment of what was paid already.
    if (paid.receipt !== receipt.trim()) return returned;
    const owed = paid.joint?.yuan ?? paid.yuan;
    return came > owed
      ? { ...returned, yuan: came - owed }
      : refuse('FEE-11', BASIS, `应缴${owed}元，这张票据到账${came}元，没有多缴的差额可退。`);
  }
  if (paid) return refuse('FEE-11', BASIS, '费用已经在期限以内缴清，不能按期满以后缴纳或者没有缴足退还。');
  const due = sideClockOf(file, 'fee-payment', on, calendar)?.due;
  if (request.outcome !== 'feeUnpaid' && !(due && on > due))
    return refuse(
      'FEE-11',
      BASIS,
      due
        ? `缴费期限到${inProse(due)}为止，还没有届满。期限以内缴清的，请登记缴清费用。`
        : '缴费期限还没有起算。缴清的，请登记缴清费用。',
    );
  const owed = Math.max(notice.yuan, owedBy([file, ...jointly]));
  if (cause === 'short')
    return came < owed
      ? returned
      : refuse('FEE-11', BASIS, `应缴${owed}元，所填的不是没有缴足。期满以后才缴的，请选择“期满以后才缴纳”。`);
  return due && day <= due && came >= owed
    ? refuse(
        'FEE-11',
        BASIS,
        `缴费期限到${inProse(due)}为止，这笔款项在期限以内到账并且足额，请登记缴清费用，不要退还。`,
      )
    : returned;
}
