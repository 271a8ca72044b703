/** 卷内情况: questions about a file that several verbs ask. */
import type { CivilDate } from '../statute/civil-date.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { clockOf } from './deadlines.ts';
import { arrivesThatDay } from './dispatch.ts';
import { dissentNotices } from './dissent.ts';
import { type FactOf, factsOf, lastOf, type RequestFact, receiptOf } from './facts.ts';
import { feePayment, undonePayments } from './fees/payments.ts';
import type { RequestFile } from './info-request.ts';
import { redoUnderWay } from './redo.ts';
import type { RequestState } from './states.ts';

/** Consultations neither answered nor withdrawn; silence may have ended the wait for them all the same. */
export function openConsultations(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const over = new Set([
    ...factsOf(facts, 'answered').map((f) => f.consultation),
    ...factsOf(facts, 'consultationWithdrawn').map((f) => f.consultation),
  ]);
  return factsOf(facts, 'consulted').filter((f) => !over.has(f.n));
}

/** Open, and nobody has confirmed that their silence has ended the wait. */
export function unsettledConsultations(facts: readonly RequestFact[]): FactOf<'consulted'>[] {
  const confirmed = new Set(factsOf(facts, 'silenceConfirmed').map((f) => f.consultation));
  return openConsultations(facts).filter((f) => !confirmed.has(f.n));
}

/** 期满未提出意见: unsettled ones whose fifteenth workday has passed, with that day. */
export function silentConsultations(
  file: Pick<RequestFile, 'request' | 'facts'>,
  on: CivilDate,
  calendar: WorkCalendar,
): (FactOf<'consulted'> & { readonly endedOn: CivilDate })[] {
  return unsettledConsultations(file.facts).flatMap((sent) => {
    const ends = opinionEnds(file, sent, on, calendar);
    return sent.whom !== 'agency' && ends && on > ends ? [{ ...sent, endedOn: ends }] : [];
  });
}

/** The last day of its opinion period; undefined while it does not run, and for other agencies, whose silence says nothing. */
export function opinionEnds(
  file: Pick<RequestFile, 'request' | 'facts'>,
  { whom, name }: FactOf<'consulted'>,
  on: CivilDate,
  calendar: WorkCalendar,
): CivilDate | undefined {
  // Asked before about something else, the same party has an earlier period that is over; the open question is the last.
  const { due } =
    clockOf(file, on, calendar).sideClocks.findLast(({ clock, who }) => clock === whom && who === name) ?? {};
  return due ?? undefined;
}

/**
 * 仍须等待的征求意见 [REQ-12]. Third parties and co-producers have 15 workdays from receipt; after that the agency decides
 * (第三十二条) or the silence is consent (第三十四条). The silence of another agency says nothing, so it is awaited until withdrawn.
 */
export function awaitedConsultations(
  file: Pick<RequestFile, 'request' | 'facts'>,
  on: CivilDate,
  calendar: WorkCalendar,
): FactOf<'consulted'>[] {
  return openConsultations(file.facts).filter((sent) => {
    const silence = opinionEnds(file, sent, on, calendar);
    return silence === undefined || on <= silence;
  });
}

/** The state a file falls back to when a correction or a fee has come in or an opinion was answered. */
export function restingState(facts: readonly RequestFact[]): RequestState {
  if (redoUnderWay(facts)) return 'redoing';
  return unsettledConsultations(facts).length > 0 ? 'consulting' : 'inProcess';
}

/** 最近一次起算的日子: receipt, or the correction or payment that started the clock anew (CLK-2). */
export function clockBase(facts: readonly RequestFact[]): CivilDate | undefined {
  const undone = new Set(undonePayments(facts).map(({ n }) => n));
  const starts = facts.filter(
    (f) => f.type === 'received' || f.type === 'corrected' || (f.type === 'paid' && !undone.has(f.n)),
  );
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

/** 在途文书: papers from whose receipt something still runs; what was answered, corrected or paid was received. */
export function papersUnderWay(facts: readonly RequestFact[]): RequestFact[] {
  const open = openConsultations(facts);
  const notice = feeNotice(facts);
  const notices = dissentNotices(facts);
  return facts.filter((fact) => {
    if (receiptOf(facts, fact.n) !== undefined) return false;
    switch (fact.type) {
      case 'correctionAsked':
        return lastOf(facts, 'corrected') === undefined;
      case 'consulted':
        return open.includes(fact);
      case 'dissentSettled':
        return notices.includes(fact);
      case 'feeNoticed':
        return fact === notice && feePayment(facts) === undefined;
      case 'served':
        return !arrivesThatDay(fact);
      default:
        return false;
    }
  });
}

/** 申请人收到答复之日: remedies run from it (《行政复议法》第二十条). Undefined while it is not known. */
export function replyReceivedOn(facts: readonly RequestFact[]): CivilDate | undefined {
  const served = lastOf(facts, 'served');
  if (!served) return undefined;
  return arrivesThatDay(served) ? served.on : receiptOf(facts, served.n);
}

/** 送出的答复: numbers of the facts that signed what went out. A reply that was signed and not sent is nobody else's to read. */
export function repliesOut(facts: readonly RequestFact[]): ReadonlySet<number> {
  return new Set(
    factsOf(facts, 'served').flatMap((served) => factsOf(facts, 'signed').findLast(({ n }) => n < served.n)?.n ?? []),
  );
}

/** [REM-20] The draft of the reply that went out last: of a new reply under way nothing is told. */
export function servedDraft(facts: readonly RequestFact[]): FactOf<'drafted'> | undefined {
  const served = lastOf(facts, 'served');
  return served && factsOf(facts, 'drafted').findLast(({ n }) => n < served.n);
}
