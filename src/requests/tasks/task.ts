/**
 * 协办 (《条例》第四条：政府信息公开工作机构组织本行政机关的公开工作): another agency is asked to search or to supply what an application needs. A task has a day of
 * its own and stops no clock (CLK-12): only asking in writing whether something may be opened does. What was asked, received, answered and
 * accepted are facts of the file; a task is read from them. The other agency sees its task and nothing else of the file.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { factsOf, type RequestFact } from '../facts.ts';
import type { RequestId } from '../info-request.ts';

export const TASK_STATES = {
  sent: { term: '待接收', waitsFor: 'asked' },
  received: { term: '协办中', waitsFor: 'asked' },
  returned: { term: '退回补充', waitsFor: 'asked' },
  answered: { term: '已回复，待确认', waitsFor: 'asking' },
  accepted: { term: '已确认', waitsFor: null },
  withdrawn: { term: '已撤回', waitsFor: null },
} as const satisfies Record<string, { readonly term: string; readonly waitsFor: 'asked' | 'asking' | null }>;

export type TaskState = keyof typeof TASK_STATES;

export interface Task {
  /** Number of the fact that sent it. */
  readonly n: number;
  /** 协办机关. */
  readonly to: AgencyId;
  readonly name: string;
  readonly what: string;
  readonly sentOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly state: TaskState;
  /** The last answer; null while there is none. */
  readonly answeredOn: CivilDate | null;
  readonly answer: string;
  /** Why it was sent back, the last time. */
  readonly returnedWhy: string;
  readonly reminders: number;
  /** Its own steps, the oldest first. */
  readonly facts: readonly RequestFact[];
}

/** Workdays before the day of a task when its department is reminded. */
export const SOON = 2;

/** 催办的由来: by hand, or by the product two workdays before the day and once it has passed. */
export type ReminderStage = 'hand' | 'soon' | 'late';

/** Every task of a file, in the order they were sent. */
export function tasksOf(facts: readonly RequestFact[]): Task[] {
  return factsOf(facts, 'taskSent').map(({ n, to, name, what, dueOn, on }) => {
    const own = facts.filter((fact) => fact.n === n || ('task' in fact && fact.task === n));
    const task = { n, to, name, what, sentOn: on, dueOn, state: 'sent', reminders: 0, facts: own } as const;
    return own.reduce<Task>(after, { ...task, answeredOn: null, answer: '', returnedWhy: '' });
  });
}

function after(task: Task, fact: RequestFact): Task {
  switch (fact.type) {
    case 'taskReceived':
      return { ...task, state: 'received' };
    case 'taskAnswered':
      return { ...task, state: 'answered', answeredOn: fact.on, answer: fact.text };
    case 'taskReturned':
      return { ...task, state: 'returned', returnedWhy: fact.why, dueOn: fact.dueOn };
    case 'taskAccepted':
      return { ...task, state: 'accepted' };
    case 'taskWithdrawn':
      return { ...task, state: 'withdrawn' };
    case 'taskHandedOver':
      return { ...task, to: fact.to, name: fact.name };
    case 'taskReminded':
      return { ...task, reminders: task.reminders + 1 };
    default:
      return task;
  }
}

export function taskOf(facts: readonly RequestFact[], n: number): Task | undefined {
  return tasksOf(facts).find((task) => task.n === n);
}

/** Still to be answered or to be accepted. */
export function isOpenTask({ state }: Pick<Task, 'state'>): boolean {
  return TASK_STATES[state].waitsFor !== null;
}

/** 逾期: the day has passed without an answer, or the answer came after it. */
export function isLateTask({ state, dueOn, answeredOn }: Task, today: CivilDate): boolean {
  return TASK_STATES[state].waitsFor === 'asked' ? today > dueOn : answeredOn !== null && answeredOn > dueOn;
}

/** The name of a task in the rows of attachments. */
export function taskId(requestId: RequestId, n: number): string {
  return `${requestId}:${n}`;
}
