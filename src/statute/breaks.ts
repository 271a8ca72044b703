/** 放假与调休 within a stretch of days, merged from all notices, as the ladder and the calendar print them. */
import { addDays, type CivilDate } from './civil-date.ts';
import type { DaysOff } from './holiday-notices.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** 放假区间 from `from` to `to`, both included; neighbouring days of one holiday are one entry. */
export function breaksBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): DaysOff[] {
  const breaks: DaysOff[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const name = calendar.holidayName(day);
    if (name === undefined) continue;
    const last = breaks.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === day) breaks[breaks.length - 1] = { ...last, to: day };
    else breaks.push({ name, from: day, to: day });
  }
  return breaks;
}

/** 调休上班日 from `from` to `to`, both included. */
export function makeUpDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isMakeUpDay(day)) days.push(day);
  return days;
}
