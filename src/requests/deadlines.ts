/**
 * 办理期限: a file's facts told in the words of the reply clock (`statute/reply-clock/`), and what the clock answers. Nothing here
 * counts days; nobody enters or stores a due day.
 */
import { type CivilDate, latest } from '../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import type { ClockEvent, History } from '../statute/reply-clock/history.ts';
import type { Reckoning, SideClock, SideClockName } from '../statute/reply-clock/reckoning.ts';
import { replyDue } from '../statute/reply-clock/reply-due.ts';
import { remedyPeriods } from '../statute/reply-clock/side-clocks.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { receiptFrom } from './channels.ts';
import { arrivesThatDay } from './dispatch.ts';
import { type FactOf, lastOf, type RequestFact, receiptOf } from './facts.ts';
import type { RequestFile } from './info-request.ts';

type Dated = Pick<RequestFile, 'request' | 'facts'>;

/** 计时的经过. `today` is never before the last fact: what is recorded has happened. */
export function historyOf({ request, facts }: Dated, today: CivilDate): History {
  const own = beforeReopening(facts);
  return {
    receipt: receiptFrom(request.channel, request.arrivedOn, request.receivedOn ?? undefined),
    // Before an application is received nothing runs; its withdrawal then ends no period.
    events: request.receivedOn === null ? [] : own.flatMap((fact) => eventOf(fact, own) ?? []),
    today: own.reduce((day, fact) => latest(day, fact.on), today),
  };
}

/** [REM-15] The period of an application ended with its first reply; of what followed only the receipt of its papers belongs to it. */
function beforeReopening(facts: readonly RequestFact[]): readonly RequestFact[] {
  const reopened = facts.find(({ type }) => type === 'reopened');
  if (!reopened) return facts;
  return facts.filter(
    (fact) =>
      fact.n < reopened.n ||
      ((fact.type === 'paperReceived' || fact.type === 'servedAgain') && fact.paper < reopened.n),
  );
}

/** Due day, ladder and side clocks of a file, or why its history cannot be: asked before an act is done. */
export function tryClock(file: Dated, today: CivilDate, calendar: WorkCalendar): Reckoning | Refusal {
  const reckoning = replyDue(historyOf(file, today), calendar);
  const anew = servedAnew(file.facts);
  if (isRefusal(reckoning) || !anew) return reckoning;
  const kept = reckoning.sideClocks.filter(({ clock }) => clock !== 'reconsideration' && clock !== 'litigation');
  return { ...reckoning, sideClocks: [...kept, ...remedyPeriods(anew.receivedOn, calendar, today)] };
}

/** A reply made anew opens the remedies anew: 救济期限按新答复. */
function servedAnew(facts: readonly RequestFact[]): { readonly receivedOn: CivilDate | null } | undefined {
  const reopened = lastOf(facts, 'reopened');
  const served = lastOf(facts, 'served');
  if (!reopened || !served || served.n < reopened.n) return undefined;
  return {
    receivedOn: arrivesThatDay(served) ? served.on : (receiptOf(facts, served.n) ?? null),
  };
}

/** The clock of a recorded file. @throws Error when its history cannot be, which no act lets happen */
export function clockOf(file: Dated, today: CivilDate, calendar: WorkCalendar): Reckoning {
  const reckoning = tryClock(file, today, calendar);
  if (isRefusal(reckoning)) throw new Error(`${file.request.number}: ${reckoning.code} ${reckoning.says}`);
  return reckoning;
}

/** 应答复日; null while no day can be told. */
export function dueOf(file: Dated, today: CivilDate, calendar: WorkCalendar): CivilDate | null {
  return clockOf(file, today, calendar).due;
}

/** The latest side clock of a name, such as 补正期 or 缴费期; undefined when none runs. */
export function sideClockOf(
  file: Dated,
  name: SideClockName,
  today: CivilDate,
  calendar: WorkCalendar,
): SideClock | undefined {
  return clockOf(file, today, calendar).sideClocks.findLast(({ clock }) => clock === name);
}

/** One fact as the clock knows it; undefined for what stops, starts and ends nothing. */
function eventOf(fact: RequestFact, facts: readonly RequestFact[]): ClockEvent | undefined {
  const { on } = fact;
  const delivered = receivedOn(receiptOf(facts, fact.n));
  switch (fact.type) {
    case 'correctionAsked':
      return { type: 'correction-asked', on, workdays: fact.workdays, ...delivered };
    case 'corrected':
      return { type: 'correction-received', on };
    case 'consulted':
      return { type: `${fact.whom}-asked`, on, who: fact.name, ...delivered };
    case 'answered': {
      const { whom, name } = asked(facts, fact.consultation);
      return { type: `${whom}-answered`, on, who: name };
    }
    case 'consultationWithdrawn':
      return { type: 'consultation-withdrawn', on, who: asked(facts, fact.consultation).name };
    case 'extended':
      return { type: 'extended', on, workdays: fact.workdays, approved: fact.consentedOn };
    case 'delayed':
      return { type: 'delayed', on, until: fact.to };
    case 'feeNoticed':
      return { type: 'fee-noticed', on, ...delivered };
    case 'paid':
      return { type: 'fee-paid', on };
    case 'feeNoticeWithdrawn':
      return { type: 'fee-withdrawn', on };
    case 'signed':
      // A reply that was returned and signed anew was signed when it was last signed.
      return fact === lastOf(facts, 'signed') ? { type: 'replied', on } : undefined;
    case 'served':
      return {
        type: 'served',
        on,
        method: fact.method,
        ...(arrivesThatDay(fact) ? { receivedOn: on } : delivered),
      };
    case 'withdrawn':
      return { type: 'withdrawn', on };
    case 'abandoned':
      return wasRevived(fact, facts) ? undefined : { type: 'abandoned', on };
    default:
      return undefined;
  }
}

/** [REQ-94] It went on afterwards: what was taken for missing had come within its period. */
function wasRevived({ n }: RequestFact, facts: readonly RequestFact[]): boolean {
  return facts.some((fact) => fact.n > n && (fact.type === 'corrected' || fact.type === 'paid'));
}

function asked(facts: readonly RequestFact[], n: number): FactOf<'consulted'> {
  return facts.find((fact): fact is FactOf<'consulted'> => fact.n === n && fact.type === 'consulted')!;
}

function receivedOn(day: CivilDate | undefined): { receivedOn?: CivilDate } {
  return day === undefined ? {} : { receivedOn: day };
}
