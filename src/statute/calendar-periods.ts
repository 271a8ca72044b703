/**
 * 以日历日、月计的期限 [CAL-5, CAL-6]: 复议六十日、诉讼六个月、起诉十五日. Holidays in between count; only a last day that is one rolls
 * (《民法典》第二百零二条、第二百零三条第一款;《行政诉讼法解释》第四十八条第三款).
 */
import { addDays, addMonths, type CivilDate } from './civil-date.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** 期限末日: `nominal` as counted, `last` after it has rolled over weekends and holidays. */
export interface PeriodEnd {
  readonly nominal: CivilDate;
  readonly last: CivilDate;
  readonly provisional: boolean;
}

/** 自某日起 n 日: the day `from` is not counted. */
export function afterDays(from: CivilDate, n: number, calendar: WorkCalendar): PeriodEnd {
  return rolled(addDays(from, n), calendar);
}

/** 自某日起 n 个月: the corresponding day of the month of expiry, or its last day where there is none. */
export function afterMonths(from: CivilDate, n: number, calendar: WorkCalendar): PeriodEnd {
  return rolled(addMonths(from, n), calendar);
}

/** A weekend worked as a make-up day is no holiday: nothing rolls off it, and a period may roll onto it. */
function rolled(nominal: CivilDate, calendar: WorkCalendar): PeriodEnd {
  let last = nominal;
  while (!calendar.isWorkday(last)) last = addDays(last, 1);
  return { nominal, last, provisional: calendar.provisional(last) || calendar.provisional(nominal) };
}
