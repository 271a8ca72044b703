/** 双公示的期限 [ENF-12, ENF-13]: 自作出之日起七个工作日内公示; 被撤销、变更、确认违法或者无效的，三日（工作日）内撤回 (《行政处罚法》第四十八条、第八十五条). */
import { addDays, type CivilDate } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';

export const PUBLISH_WITHIN_WORKDAYS = 7;
export const WITHDRAW_WITHIN_WORKDAYS = 3;
/** 行政处罚的公示期 where the sheet names none, in months (多次调整, 待核). */
export const SHOWN_MONTHS = 12;

/** The day of the decision does not count. */
export function publishBy(decidedOn: CivilDate, calendar: WorkCalendar): CivilDate {
  return addWorkdays(decidedOn, PUBLISH_WITHIN_WORKDAYS, calendar);
}

/** The latest day of a decision whose time to be shown is over. */
export function lastLateDay(today: CivilDate, calendar: WorkCalendar): CivilDate {
  let day = addDays(today, -PUBLISH_WITHIN_WORKDAYS);
  while (publishBy(day, calendar) >= today) day = addDays(day, -1);
  return day;
}

export function withdrawBy(revokedOn: CivilDate, calendar: WorkCalendar): CivilDate {
  return addWorkdays(revokedOn, WITHDRAW_WITHIN_WORKDAYS, calendar);
}
