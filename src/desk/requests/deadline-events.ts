/**
 * 期限日历 [REQ-103]: what waits in an officer's inbox and has a day, as events of a calendar. A calendar is read by phones and by companies far away, so
 * an event names the file by its number and the step, never what somebody wrote: the inbox has the rest, behind a session.
 */
import type { DayEvent } from '../../platform/day-calendar.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { InboxRow } from '../contract.ts';

/** By the room of a row. What a room not named here calls its things may be anybody's words, so only the step is told. */
const TITLES: Readonly<Record<string, (row: InboxRow) => string>> = {
  requests: ({ number, step }) => `${step}：${number}`,
  tasks: ({ number, step }) => `${step}：${number}`,
  remedies: ({ what, step }) => `${step}：${what}`,
  reports: ({ what, step }) => `${step}：${what}`,
};

/** @param origin of the console, such as `https://gk.example.gov.cn` */
export function deadlineEvents(rows: readonly InboxRow[], origin: string): DayEvent[] {
  return rows
    .filter(({ dueOn, light }) => dueOn !== null && light !== 'done')
    .map((row) => ({
      uid: `${row.key}@${new URL(origin).hostname}`,
      on: row.dueOn as CivilDate,
      title: (TITLES[row.key.split('/')[0] ?? ''] ?? (({ step }) => step))(row),
      says: `${row.state}。期限随记录和放假安排重算，以工作台为准。`,
      url: `${origin}${row.path}`,
    }));
}
