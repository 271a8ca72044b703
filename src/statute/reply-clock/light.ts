/** 红黄灯与是否超期 [CLK-13, CLK-19]: how near the due day is, seen from today. */
import type { CivilDate } from '../civil-date.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { workdaysBetween } from '../workdays.ts';
import type { ClockState } from './clock-state.ts';
import type { Light } from './reckoning.ts';

/** 红黄灯 as screens and sheets call them; a colour never stands alone. */
export const LIGHT_TERMS: Readonly<Record<Light, string>> = {
  overdue: '超期',
  red: '紧急',
  yellow: '临近',
  green: '正常',
  paused: '暂停',
  done: '办结',
};

const YELLOW_WORKDAYS = 5;
const RED_WORKDAYS = 2;
/** A provisional day knows no make-up days and may be too late, so reminders come that much earlier. */
const PROVISIONAL_MARGIN = 2;

/** 剩 5 个工作日黄、剩 2 个工作日红. @param due null where nothing runs */
export function lightOf(due: CivilDate | null, provisional: boolean, today: CivilDate, calendar: WorkCalendar): Light {
  if (due === null) return 'paused';
  if (today > due) return 'overdue';
  const left = workdaysBetween(today, due, calendar) - (provisional ? PROVISIONAL_MARGIN : 0);
  if (left <= RED_WORKDAYS) return 'red';
  return left <= YELLOW_WORKDAYS ? 'yellow' : 'green';
}

/** 是否超期: measured on the day of the reply, and on today while there is none. */
export function isLate({ end, today }: Pick<ClockState, 'end' | 'today'>, due: CivilDate | null): boolean {
  return due !== null && (end?.on ?? today) > due;
}
