/** 月历: the days of a year as twelve grids of weeks, Monday first, each day with what it is. */
import type { CalendarView } from '../../../src/desk/contract.ts';

export type DayKind = 'workday' | 'dayOff' | 'makeUp' | 'weekend';

export interface GridDay {
  readonly on: string;
  readonly date: number;
  readonly kind: DayKind;
  /** What it is off for. */
  readonly name: string | null;
}

export interface GridMonth {
  readonly month: number;
  readonly workdays: number;
  /** Seven places each; null before the first and after the last of the month. */
  readonly weeks: readonly (readonly (GridDay | null)[])[];
}

type Days = Pick<CalendarView, 'year' | 'daysOff' | 'makeUpDays'>;

export function monthsOf({ year, daysOff, makeUpDays }: Days): GridMonth[] {
  const names = new Map(daysOff.map(({ on, name }) => [on, name]));
  const makeUp = new Set(makeUpDays);
  return Array.from({ length: 12 }, (_, index) => {
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_none, at): GridDay => {
      const on = new Date(Date.UTC(year, index, at + 1)).toISOString().slice(0, 10);
      return { on, date: at + 1, kind: kindOf(on, names, makeUp), name: names.get(on) ?? null };
    });
    const workdays = days.filter(({ kind }) => kind === 'workday' || kind === 'makeUp').length;
    return { month: index + 1, workdays, weeks: weeksOf(days) };
  });
}

/** What the day is, as the desk counts it: a day off is off on whatever weekday, a make-up day is worked on whatever weekday. */
function kindOf(on: string, names: ReadonlyMap<string, string>, makeUp: ReadonlySet<string>): DayKind {
  if (makeUp.has(on)) return 'makeUp';
  if (names.has(on)) return 'dayOff';
  return placeInWeek(on) >= 5 ? 'weekend' : 'workday';
}

function weeksOf(days: readonly GridDay[]): (GridDay | null)[][] {
  const before = days[0] ? placeInWeek(days[0].on) : 0;
  const places: (GridDay | null)[] = [...Array<null>(before).fill(null), ...days];
  while (places.length % 7 !== 0) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** Monday is 0. */
function placeInWeek(on: string): number {
  return (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
}
