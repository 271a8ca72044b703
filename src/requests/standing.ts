/** 卷内情况: questions about a file that several verbs ask. */
import type { CivilDate } from '../statute/civil-date.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { addWorkdays } from '../statute/workdays.ts';
import { type FactOf, factsOf, lastOf, type RequestFact, receiptOf } from './facts.ts';
import { SERVICE_METHODS } from './service-methods.ts';
import type { RequestState } from './states.ts';

/** 征求意见的答复期限, from the day the other side received the paper (《条例》第三十二条、第三十四条). */
export const OPINION_WORKDAYS = 15;

/** 缴费期限, from the day the applicant received the notice (国办函〔2020〕109号第六条). */
export const PAYMENT_WORKDAYS = 20;

/** Consultations neither answered nor withdrawn; silence may have ended the wait for them all the same. */
export function openConsultations(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const over = new Set([
    ...factsOf(facts, 'answered').map((f) => f.consultation),
    ...factsOf(facts, 'consultationWithdrawn').map((f) => f.consultation),
  ]);
  return factsOf(facts, 'consulted').filter((f) => !over.has(f.n));
}

/**
 * 仍须等待的征求意见 [REQ-12]. Third parties and co-producers have 15 workdays from receipt; after that the agency decides
 * (第三十二条) or the silence is consent (第三十四条). The silence of another agency says nothing, so it is awaited until withdrawn.
 */
export function awaitedConsultations(
  facts: readonly RequestFact[],
  on: CivilDate,
  calendar: WorkCalendar,
): FactOf<'consulted'>[] {
  return openConsultations(facts).filter((consultation) => {
    const received = receiptOf(facts, consultation.n);
    if (consultation.whom === 'agency' || received === undefined) return true;
    return on <= addWorkdays(received, OPINION_WORKDAYS, calendar);
  });
}

/** The state a file falls back to when a correction or a fee has come in or an opinion was answered. */
export function restingState(facts: readonly RequestFact[]): RequestState {
  return openConsultations(facts).length > 0 ? 'consulting' : 'inProcess';
}

/** 最近一次起算的日子: receipt, or the correction or payment that started the clock anew (CLK-02). */
export function clockBase(facts: readonly RequestFact[]): CivilDate | undefined {
  const starts = facts.filter((f) => f.type === 'received' || f.type === 'corrected' || f.type === 'paid');
  return starts
    .map((f) => f.on)
    .sort()
    .at(-1);
}

/** The fee notice that is in force: the last one, unless it was withdrawn. */
export function feeNotice(facts: readonly RequestFact[]): FactOf<'feeNoticed'> | undefined {
  const notice = lastOf(facts, 'feeNoticed');
  const withdrawn = lastOf(facts, 'feeNoticeWithdrawn');
  return notice && withdrawn && withdrawn.n > notice.n ? undefined : notice;
}

/** 补正期满之日, from the applicant's receipt of the notice; undefined while that day is not known. */
export function correctionDue(facts: readonly RequestFact[], calendar: WorkCalendar): CivilDate | undefined {
  const asked = lastOf(facts, 'correctionAsked');
  const received = asked && receiptOf(facts, asked.n);
  return received && addWorkdays(received, asked.workdays, calendar);
}

/** 缴费期满之日 (CLK-10); undefined while the day the notice was received is not known. */
export function paymentDue(facts: readonly RequestFact[], calendar: WorkCalendar): CivilDate | undefined {
  const notice = feeNotice(facts);
  const received = notice && receiptOf(facts, notice.n);
  return received && addWorkdays(received, PAYMENT_WORKDAYS, calendar);
}

/** 申请人收到答复之日: remedies run from it (《行政复议法》第二十条). Undefined while it is not known. */
export function replyReceivedOn(facts: readonly RequestFact[]): CivilDate | undefined {
  const served = lastOf(facts, 'served');
  if (!served) return undefined;
  return SERVICE_METHODS[served.method].receivedThatDay ? served.on : receiptOf(facts, served.n);
}
