/**
 * 案件的期限 [REM-8…REM-10]: every period of a case with its last day, computed from what was recorded. Nobody enters a day; a period whose
 * beginning is not known does not run.
 */
import { afterDays, afterMonths } from '../../statute/calendar-periods.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays, crossesProvisional } from '../../statute/workdays.ts';
import { conclusionOf } from './conclusions.ts';
import { appealLength, type Length, PERIOD_NAMES, PERIODS, type Period, type PeriodName } from './periods.ts';
import type { Procedure } from './remedy.ts';
import { factIn, type Instance, instancesOf, type RemedyFact } from './remedy-facts.ts';

export interface RemedyClock {
  readonly period: PeriodName;
  readonly term: string;
  readonly whose: Period['whose'];
  readonly from: CivilDate;
  readonly due: CivilDate;
  readonly provisional: boolean;
  /** The day it was done; null while it is open. */
  readonly doneOn: CivilDate | null;
  readonly late: boolean;
  /** `done` once it was done; of a period of others `paused`, since nothing of ours is late. */
  readonly light: Light;
  /** The arithmetic. */
  readonly says: string;
  readonly ifLate: string;
  readonly basis: string;
}

const UNITS = { workdays: '个工作日', days: '日', months: '个月' } as const;

export function remedyClocks(facts: readonly RemedyFact[], today: CivilDate, calendar: WorkCalendar): RemedyClock[] {
  return instancesOf(facts).flatMap((instance, i, all) =>
    PERIOD_NAMES.flatMap((name) => {
      const period: Period = PERIODS[name];
      if (period.stage !== instance.stage) return [];
      const clock = clockIn(instance, name, period, all[i + 1], today, calendar);
      return clock ? [clock] : [];
    }),
  );
}

function clockIn(
  instance: Instance,
  name: PeriodName,
  { term, begins, ends, whose, length, ifLate }: Period,
  next: Instance | undefined,
  today: CivilDate,
  calendar: WorkCalendar,
): RemedyClock | undefined {
  const from = beginning(instance, begins);
  const counted = length === 'result' ? resultLength(instance) : length[procedureOf(instance)];
  if (from === undefined || counted === undefined) return undefined;
  const extra = name === 'reviewDecision' ? prolongation(instance) : 0;
  const { due, provisional } = lastDay(from, { ...counted, n: counted.n + extra }, calendar);
  const doneOn = (ends === 'advanced' ? next?.facts[0] : factIn(instance, ends))?.on ?? null;
  const says = `${inProse(from)}起${counted.n}${UNITS[counted.unit]}${extra > 0 ? `，延长${extra}日` : ''}，至${inProse(due)}`;
  return {
    period: name,
    term,
    whose,
    from,
    due,
    provisional,
    doneOn,
    late: whose !== 'party' && (doneOn ?? today) > due,
    light: doneOn !== null ? 'done' : whose === 'ours' ? lightOf(due, provisional, today, calendar) : 'paused',
    says,
    ifLate,
    basis: counted.basis,
  };
}

/** Of a result the period runs from the day its document came. */
function beginning(instance: Instance, type: Period['begins']): CivilDate | undefined {
  const fact = factIn(instance, type);
  return fact?.type === 'concluded' ? (fact.receivedOn ?? undefined) : fact?.on;
}

/** Until the notice tells, the ordinary procedure. */
function procedureOf(instance: Instance): Procedure {
  return factIn(instance, 'noticed')?.procedure ?? 'ordinary';
}

function resultLength(instance: Instance): Length | undefined {
  const concluded = factIn(instance, 'concluded');
  const days = concluded && conclusionOf(concluded.conclusion).appealDays;
  return days ? appealLength(days) : undefined;
}

function prolongation(instance: Instance): number {
  return factIn(instance, 'prolonged')?.days ?? 0;
}

function lastDay(from: CivilDate, { unit, n }: Length, calendar: WorkCalendar) {
  if (unit === 'workdays') {
    const due = addWorkdays(from, n, calendar);
    return { due, provisional: crossesProvisional(from, due, calendar) };
  }
  const { last, provisional } = unit === 'days' ? afterDays(from, n, calendar) : afterMonths(from, n, calendar);
  return { due: last, provisional };
}
