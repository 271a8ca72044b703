/**
 * 值班表 Roster [SUP-57]: from a day on, these officers take turns, by the day or by the week. By workdays the sheet after a holiday covers the days off with it;
 * otherwise holidays have sheets of their own. A changed roster is a further one from its day: what was is not rewritten.
 */
import type { AgencyId } from '../../people/agency.ts';
import { addDays, type CivilDate, daysBetween, weekdayOf } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';

export const TURNS = { day: { term: '每天换一人' }, week: { term: '每周换一人' } } as const;
export const PATROL_DAYS = {
  workdays: { term: '工作日' },
  everyDay: { term: '每天，节假日也巡查' },
} as const;

export interface Roster {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly from: CivilDate;
  readonly turn: keyof typeof TURNS;
  readonly days: keyof typeof PATROL_DAYS;
  /** In the order of their turns; nobody twice. */
  readonly officerIds: readonly string[];
}

type Calendar = Pick<WorkCalendar, 'isWorkday'>;

/** The one that holds on a day. @param rosters of one agency, in the order they were set */
export function rosterOn(rosters: readonly Roster[], day: CivilDate): Roster | undefined {
  return rosters
    .filter(({ from }) => from <= day)
    .reduce<Roster | undefined>((found, one) => (found && found.from > one.from ? found : one), undefined);
}

export function isPatrolDay({ days }: Pick<Roster, 'days'>, day: CivilDate, calendar: Calendar): boolean {
  return days === 'everyDay' || calendar.isWorkday(day);
}

/** Whose turn it is on a day of patrol. */
export function onDuty(roster: Roster, day: CivilDate, calendar: Calendar): string {
  const { from, turn, officerIds } = roster;
  const n =
    turn === 'week' ? Math.floor(daysBetween(mondayOf(from), day) / 7) : patrolDaysBefore(roster, day, calendar);
  return officerIds[n % officerIds.length]!;
}

function patrolDaysBefore(roster: Roster, day: CivilDate, calendar: Calendar): number {
  if (roster.days === 'everyDay') return daysBetween(roster.from, day);
  let n = 0;
  for (let one = roster.from; one < day; one = addDays(one, 1)) if (calendar.isWorkday(one)) n += 1;
  return n;
}

function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** A day of patrol as the rosters have it. */
export interface PlannedPatrol {
  readonly day: CivilDate;
  readonly officerId: string;
}

/** Every day of patrol within a period, both ends included. */
export function plannedBetween(
  rosters: readonly Roster[],
  first: CivilDate,
  last: CivilDate,
  calendar: Calendar,
): PlannedPatrol[] {
  const planned: PlannedPatrol[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const roster = rosterOn(rosters, day);
    if (roster && isPatrolDay(roster, day, calendar)) planned.push({ day, officerId: onDuty(roster, day, calendar) });
  }
  return planned;
}
