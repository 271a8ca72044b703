/**
 * 答复、送达与终结 [CLK-13]. 国办公开办函〔2016〕235号:邮寄的以交邮之日,直接送达、委托送达的以签收之日为答复之日;签发日不作数.
 */
import { art, LAWS } from '../../articles.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Refusal } from '../../refusal.ts';
import { addWorkdays } from '../../workdays.ts';
import { FEE_BASIS, lastPaymentDay } from '../charges.ts';
import { type ClockState, step } from '../clock-state.ts';
import type { ClockEvent, ServedBy } from '../history.ts';
import { impossible } from '../impossible.ts';
import type { Recorded } from '../order.ts';

type Of<T extends ClockEvent['type']> = Recorded & { readonly type: T };

/** How each way of service makes the day of the reply. */
export const SERVED_BY: Readonly<Record<ServedBy, { term: string; day: string }>> = {
  direct: { term: '直接送达', day: '签收' },
  entrusted: { term: '委托其他行政机关送达', day: '签收' },
  post: { term: '邮寄送达', day: '交邮' },
  electronic: { term: '电子送达', day: '发送成功' },
};

export function replied(run: ClockState, event: Recorded): undefined {
  run.signed = event.on;
  step(run, 'CLK-13', '依据', LAWS.service, `${event.on} 签发答复；签发日不是答复日，送出以前仍计时`);
}

/** 答复日: the signature counts where one is needed, even when the paper left earlier. */
export function replyDay({ method, on, receivedOn }: Of<'served'>): CivilDate {
  return method === 'direct' || method === 'entrusted' ? (receivedOn ?? on) : on;
}

/** 申请人收到之日; null by post until the signed slip is back. */
function applicantHasIt({ method, on, receivedOn }: Of<'served'>): CivilDate | null {
  return receivedOn ?? (method === 'post' ? null : on);
}

export function served(run: ClockState, event: Of<'served'>): undefined {
  const on = replyDay(event);
  run.end = { by: 'served', on, receivedOn: applicantHasIt(event) };
  const { term, day } = SERVED_BY[event.method];
  const certainty = event.method === 'electronic' ? '推论' : '依据';
  step(run, 'CLK-13', certainty, LAWS.service, `${term}，${on} ${day}，以当日为答复日`);
}

/** 同一答复两种方式送的: the earlier day counts on both sides; sending again does not move the day of the reply (推论). */
export function servedAgain(end: NonNullable<ClockState['end']>, event: Of<'served'>): void {
  const [on, receivedOn] = [replyDay(event), applicantHasIt(event)];
  if (on < end.on) end.on = on;
  if (receivedOn !== null && (end.receivedOn === null || receivedOn < end.receivedOn)) end.receivedOn = receivedOn;
}

export function withdrawn(run: ClockState, event: Recorded): undefined {
  run.end = { by: 'withdrawn', on: event.on, receivedOn: null };
  step(run, 'CLK-13', '推论', art(33), `${event.on} 申请人撤回申请，期限终止`);
}

/** 视为放弃 may be recorded from the day after the period has run out, which has to have begun. */
export function abandoned(run: ClockState, event: Recorded): Refusal | undefined {
  const uncorrected = run.correction?.effective && run.correction.received === null ? run.correction : null;
  if (!uncorrected && !run.charge)
    return impossible(event, art(30), '没有待补正，也没有待缴费，不能记为视为放弃。请核对记录。');
  const basis = uncorrected ? art(30) : FEE_BASIS;
  const last = uncorrected
    ? uncorrected.noticeReceived && addWorkdays(uncorrected.noticeReceived, uncorrected.workdays, run.calendar)
    : lastPaymentDay(run.charge!, run.calendar);
  if (last === null)
    return impossible(event, basis, '不知道申请人哪一天收到告知书，期限没有起算，不能记为视为放弃。请先补录送达日。');
  if (event.on <= last) return impossible(event, basis, `期限至 ${last}，期满次日起才能记为视为放弃。`);
  run.end = { by: 'abandoned', on: event.on, receivedOn: null };
  step(run, uncorrected ? 'CLK-9' : 'CLK-10', '依据', basis, `期限于 ${last} 届满，${event.on} 记为视为放弃申请`);
  return undefined;
}
