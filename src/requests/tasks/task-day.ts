/** 协办期限的默认值 [REQ-97]: the Regulation sets no day for it, so the usual one is the county's to set; it leaves no day after that of the reply. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import type { RequestFile } from '../info-request.ts';
import { runningDue } from '../redo.ts';

type Dated = Pick<RequestFile, 'request' | 'facts'>;

/** What stands on the form of a task that is sent today; whoever sends it may set another day. */
export function usualTaskDay(file: Dated, today: CivilDate, calendar: WorkCalendar): CivilDate {
  const usual = addWorkdays(today, calendar.settings.taskWorkdays, calendar);
  const due = runningDue(file, today, calendar);
  return due !== null && today < due && due < usual ? due : usual;
}

/** Longer than any reply may take with its extension (20 and 20 workdays) and an opinion asked for meanwhile (15). */
export const TASK_WORKDAYS_MAX = 60;

/** [REQ-80] The last day that may be set for a task: further out is a mistyped year, unless the reply itself was put off that far. */
export function latestTaskDay(file: Dated, on: CivilDate, calendar: WorkCalendar): CivilDate {
  const last = addWorkdays(on, TASK_WORKDAYS_MAX, calendar);
  const due = runningDue(file, on, calendar);
  return due !== null && due > last ? due : last;
}

/**
 * [REQ-80] 晚于应答复日: the task stops no clock, so its answer would come after the reply is due. Told and not refused: what is owed after the day is owed
 * all the same, and an extension may be under way.
 */
export function endsAfterReply(dueOn: CivilDate, replyDue: CivilDate | null): boolean {
  return replyDue !== null && dueOn > replyDue;
}
