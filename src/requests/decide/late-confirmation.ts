/** 确认迟延 [REQ-4] (《条例》第三十一条): a day of receipt later than the day it came in moves the due day, so why is asked and kept. */
import { art } from '../../statute/articles.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { isMissing } from './particulars.ts';

/** From this many workdays on the reason is asked for. */
const LATE_FROM_WORKDAYS = 2;

export function unexplainedDelay(
  arrivedOn: CivilDate,
  confirmedOn: CivilDate,
  why: string,
  calendar: WorkCalendar,
): Refusal | undefined {
  const late = workdaysBetween(arrivedOn, confirmedOn, calendar);
  if (late < LATE_FROM_WORKDAYS || !isMissing(why)) return undefined;
  return refuse(
    'REQ-4',
    art(31),
    `申请到达后第${late}个工作日才确认。收到之日从确认日起算，请写明迟延的原因（例如每次联系申请人的时间和结果）。`,
  );
}
