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
