/** 督办 [REQ-82]: every answer and opinion that somebody else owes to the files an officer reads, by who owes it, the latest first. */
import { tryClock } from '../../requests/deadlines.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { unsettledConsultations } from '../../requests/standing.ts';
import { listRequests } from '../../requests/store/lists.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { isOpenTask, TASK_STATES, tasksOf } from '../../requests/tasks/task.ts';
import { endsAfterReply } from '../../requests/tasks/task-day.ts';
import { addDays, type CivilDate, civilDateAt, inProseWithWeekday } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { CONSULTED } from '../../statute/reply-clock/consultations.ts';
import type { Consulted } from '../../statute/reply-clock/history.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import type { OwedLine, OwedView } from '../contract/tasks.ts';
import type { DeskDeps } from '../desk.ts';
import { enter, type Officer } from '../reach.ts';

/** More are not open at once in a county. */
const MOST = 500;

export async function owedView(officer: Officer, { house }: Pick<DeskDeps, 'house'>): Promise<OwedView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const { lines } = await listRequests(
    house.db,
    { agencyIds: agencies, states: OWING, sort: 'due', page: { number: 1, size: MOST } },
    today,
    calendar,
  );
  const owed = new Map<string, OwedLine[]>();
  for (const { id } of lines) {
    const file = await loadRequestFile(house.db, id);
    for (const [name, line] of file ? owedTo(file, today, calendar) : [])
      owed.set(name, [...(owed.get(name) ?? []), line]);
  }
  const groups = [...owed].map(([name, lines]) => ({
    name,
    late: lines.filter(({ light }) => light === 'overdue').length,
    lines: lines.sort((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST)),
  }));
  return {
    today,
    groups: groups.sort((a, b) => b.late - a.late || firstDue(a.lines).localeCompare(firstDue(b.lines))),
  };
}

/** Sorts behind every day. */
const LAST = '9999-12-31';
const firstDue = (lines: readonly OwedLine[]) => lines[0]?.dueOn ?? LAST;

const OWING = [
  'inProcess',
  'correctionPending',
  'reasonPending',
  'consulting',
  'feePending',
  'drafted',
  'reviewed',
  'signed',
  // A task may be left over from a file that is closed already: it cannot be filed before it is ended.
  'served',
  'abandoned',
  'withdrawn',
] as const;

function owedTo(file: RequestFile, today: CivilDate, calendar: WorkCalendar): [string, OwedLine][] {
  const { request, facts } = file;
  const clock = tryClock(file, today, calendar);
  const line = (
    more: Omit<OwedLine, 'requestId' | 'number' | 'workdaysLeft' | 'light'>,
    answered: boolean,
  ): OwedLine => {
    const due = more.dueOn as CivilDate | null;
    return {
      requestId: request.id,
      number: request.number,
      ...more,
      workdaysLeft: due && workdaysBetween(today, due, calendar),
      light: due ? lightOf(due, answered, today, calendar) : 'paused',
    };
  };
  const replyDue = request.closedOn === null && !isRefusal(clock) ? clock.due : null;
  const tasks = tasksOf(facts)
    .filter(isOpenTask)
    .map(({ name, what, sentOn, dueOn, state }): [string, OwedLine] => {
      const { term, waitsFor } = TASK_STATES[state];
      const then = replyDue && endsAfterReply(dueOn, replyDue) ? `协办期限晚于应答复日 ${replyDue}，答复不会等它` : '';
      return [name, line({ kind: '协办', what, sentOn, dueOn, state: term, then }, waitsFor !== 'asked')];
    });
  const opinions = unsettledConsultations(facts).map(({ whom, name, about, on }): [string, OwedLine] => {
    const ends = isRefusal(clock)
      ? undefined
      : clock.sideClocks.findLast((one) => one.clock === whom && one.who === name);
    const dueOn = ends?.due ?? null;
    const state = dueOn === null ? '期限没有起算' : today > dueOn ? '意见期已满，待确认' : '等意见';
    const then = silenceThen(whom, dueOn);
    return [name, line({ kind: `${CONSULTED[whom].term}意见`, what: about, sentOn: on, dueOn, state, then }, false)];
  });
  return [...tasks, ...opinions];
}

/** [REQ-98] What follows if nothing comes, and from which day: 第三十二条、第三十四条; the silence of another agency says nothing. */
function silenceThen(whom: Consulted, dueOn: CivilDate | null): string {
  if (whom === 'agency') return '没有答复不产生后果，请催办或者撤回';
  if (dueOn === null) return '先登记对方收到之日，15个工作日从那天起算';
  const from = inProseWithWeekday(addDays(dueOn, 1));
  return whom === 'co-producer'
    ? `${from} 起仍没有意见的，视为同意公开`
    : `${from} 起仍没有意见的，由本机关依法决定，不视为同意`;
}
