/**
 * 年报的日子 [CAL-8] (《条例》第四十九条): departments by 31 January, governments by 31 March of the next year. A date and not a period: no
 * weekend moves it, so the work must be done by the last workday before.
 */
import { AGENCY_KINDS, type AgencyKindName } from '../people/agency.ts';
import { type CivilDate, civil } from '../statute/civil-date.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { lastWorkdayBy } from '../statute/workdays.ts';

export interface ReportDue {
  readonly dueOn: CivilDate;
  /** 提醒日. */
  readonly remindOn: CivilDate;
}

export function reportDue(kind: AgencyKindName, year: number, calendar: WorkCalendar): ReportDue {
  const dueOn = civil(`${year + 1}-${AGENCY_KINDS[kind].reportDue}`);
  return { dueOn, remindOn: lastWorkdayBy(dueOn, calendar) };
}

/**
 * 逾期 [ANR-60]: the day has passed, and the agencies were already working with this system on it. Reports of years before were published elsewhere; they
 * may be entered, but nobody is reminded of them.
 * @param began the day of the first act in this system
 */
export function isOverdue(dueOn: CivilDate, today: CivilDate, began: CivilDate): boolean {
  return today > dueOn && dueOn >= began;
}
