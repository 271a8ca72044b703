/**
 * 以工作日计的期限 [CAL-4]. 《民法典》第二百零一条第一款:按照日计算期间的,开始的当日不计入,自下一日开始计算. The last day is always a
 * workday, so nothing rolls; the first may be any day and is taken as it is.
 */
import { addDays, type CivilDate, yearOf } from './civil-date.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Days that do not count although they are workdays (《条例》第三十三条第三款). */
export type Skip = (date: CivilDate) => boolean;

const nothing: Skip = () => false;

/** 自某日起第 n 个工作日: the day `from` is not counted; n = 0 gives `from` itself. @throws RangeError unless n ∈ ℕ */
export function addWorkdays(from: CivilDate, n: number, calendar: WorkCalendar, skip: Skip = nothing): CivilDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of workdays: ${n}`);
  let day = from;
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1);
    if (calendar.isWorkday(day) && !skip(day)) counted += 1;
  }
  return day;
}

/** 两日之间的工作日: those after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar, skip: Skip = nothing): number {
  if (to < from) return -workdaysBetween(to, from, calendar, skip);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkday(day) && !skip(day)) count += 1;
  }
  return count;
}

/**
 * 提醒日 [CAL-8]: the last workday up to a date that is a date and not a period (年报的 1 月 31 日、3 月 31 日前). Such a date does
 * not move when it meets a weekend, so the work has to be done by this day.
 */
export function lastWorkdayBy(date: CivilDate, calendar: WorkCalendar): CivilDate {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  return day;
}

/** 暂估 [CLK-15]: whether any day counted after `from` up to `to` lies in a year that is not published yet. */
export function crossesProvisional(from: CivilDate, to: CivilDate, calendar: WorkCalendar): boolean {
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) {
    if (calendar.provisional(`${year}-01-01` as CivilDate)) return true;
  }
  return false;
}
