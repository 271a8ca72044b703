/**
 * 协办 [REQ-79, REQ-80, REQ-81]. The handler asks, the liaison of the other agency receives and answers, the handler accepts or returns. The
 * clock of the application runs on all the while.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { factsOf, lastOf, type NewFact, type RequestFact } from '../facts.ts';
import type { RequestFile } from '../info-request.ts';
import type { RequestState } from '../states.ts';
import {
  isOpenTask,
  type ReminderStage,
  TASK_STATES,
  type Task,
  type TaskState,
  taskOf,
  tasksOf,
} from '../tasks/task.ts';
import { latestTaskDay, TASK_WORKDAYS_MAX } from '../tasks/task-day.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface SendTask extends FileAct {
  readonly verb: 'sendTask';
  /** 协办机关. */
  readonly to: AgencyId;
  readonly what: string;
  readonly dueOn: CivilDate;
}
interface OnTask extends FileAct {
  /** Number of the fact that sent it. */
  readonly task: number;
}
export interface ReceiveTask extends OnTask {
  readonly verb: 'receiveTask';
}
export interface AnswerTask extends OnTask {
  readonly verb: 'answerTask';
  readonly text: string;
}
export interface ReturnTask extends OnTask {
  readonly verb: 'returnTask';
  readonly why: string;
  readonly dueOn: CivilDate;
}
export interface AcceptTask extends OnTask {
  readonly verb: 'acceptTask';
}
export interface RemindTask extends OnTask {
  readonly verb: 'remindTask';
  /** Left out by hand. */
  readonly stage?: ReminderStage;
}
export interface WithdrawTask extends OnTask {
  readonly verb: 'withdrawTask';
  readonly why: string;
}

const BASIS = art(4);
const OFFICE: readonly RoleName[] = ['handler', 'officeHead'];
const RUNNING: readonly RequestState[] = [
  'inProcess',
  'correctionPending',
  'reasonPending',
  'consulting',
  'feePending',
  'redoing',
  'drafted',
  'reviewed',
];
const UNFILED: readonly RequestState[] = [...RUNNING, 'signed', 'served', 'abandoned', 'withdrawn'];

export const sendTask: Verb<SendTask> = {
  term: '请其他机关协办',
  basis: BASIS,
  causes:
    '制发协办函，协办机关的部门联络员在工作台收到；用途是“协办材料”的附件一并交给对方。协办不停止计算答复期限；要就可否公开征求意见的，请用“征求意见”。',
  trace: 'sentTask',
  numbers: ['coWork'],
  roles: OFFICE,
  from: RUNNING,
  act(file, { on, to, what, dueOn }, { agencies, calendar }) {
    const asked = agencies.find(({ id }) => id === to);
    if (!asked || asked.id === file.request.agencyId)
      return refuse('REQ-79', BASIS, '请选择协办机关；不能请受理机关自己协办。');
    if (isMissing(what)) return refuse('REQ-79', BASIS, '请写明请对方检索、提供什么，写到对方不看申请也能办的程度。');
    const same = tasksOf(file.facts).find(
      (task) => isOpenTask(task) && task.to === to && task.what.trim() === what.trim(),
    );
    if (same)
      return refuse(
        'REQ-79',
        BASIS,
        `${inProse(same.sentOn)}已经请“${asked.name}”协办同样的事项，还没有结束。催促的请用“催办协办”；要改内容的，先撤回再发。`,
      );
    return (
      refuseDay(dueOn, on, file, calendar) ?? {
        fact: { type: 'taskSent', on, to, name: asked.name, what: what.trim(), dueOn },
      }
    );
  },
};

/** [REQ-80] The day of a task lies ahead, and not out of all reach. */
function refuseDay(dueOn: CivilDate, on: CivilDate, file: RequestFile, calendar: WorkCalendar): Refusal | undefined {
  if (parseCivilDate(dueOn) === undefined || dueOn <= on)
    return refuse('REQ-80', BASIS, '请填写协办期限，应当在发出协办函的次日以后。');
  const last = latestTaskDay(file, on, calendar);
  return dueOn <= last
    ? undefined
    : refuse(
        'REQ-80',
        BASIS,
        `协办期限最晚可以到${inProseWithWeekday(last)}（${TASK_WORKDAYS_MAX}个工作日以后，应答复日更晚的到应答复日）。请核对年份和日期，给拟写、审核、签发留出时间。`,
      );
}

interface Step<Command extends OnTask>
  extends Pick<Verb<Command>, 'term' | 'causes' | 'trace' | 'roles' | 'byAsked' | 'bySystem'> {
  /** In which states of a task. */
  readonly when: readonly TaskState[];
  /** Why no task of the file can be taken this step. */
  readonly none: string;
  fact(task: Task, command: Command, file: RequestFile, calendar: WorkCalendar): NewFact | Refusal;
}

/** A step on one task of the file: the same questions before each. */
function onTask<Command extends OnTask>({ when, none, fact, ...verb }: Step<Command>): Verb<Command> {
  return {
    ...verb,
    basis: BASIS,
    from: UNFILED,
    may: ({ facts }) =>
      tasksOf(facts).some(({ state }) => when.includes(state)) ? undefined : refuse('REQ-81', BASIS, none),
    act(file, command, { calendar }) {
      const task = taskOf(file.facts, command.task);
      if (!task) return refuse('REQ-81', BASIS, '没有这项协办，请刷新后重新选择。');
      if (!when.includes(task.state))
        return refuse('REQ-81', BASIS, `这项协办现在是“${TASK_STATES[task.state].term}”，不能“${verb.term}”。`);
      // [REQ-96] A reminder is no step of the task, nor is its hand-over: what was answered before it and written down after it was answered in time.
      const before = task.facts.findLast(({ type }) => type !== 'taskReminded' && type !== 'taskHandedOver')!.on;
      if (command.on < before)
        return refuse('REQ-81', BASIS, `这项协办的上一步是${inProse(before)}办理的，日期不能更早，请核对。`);
      const next = fact(task, command, file, calendar);
      return isRefusal(next) ? next : { fact: next };
    },
  };
}

export const receiveTask: Verb<ReceiveTask> = onTask({
  term: '接收协办',
  causes: '承办机关看到你们已经接收；期限从发出起照常计算。',
  trace: 'receivedTask',
  roles: ['liaison'],
  byAsked: true,
  when: ['sent'],
  none: '没有等待接收的协办。',
  fact: (_, { on, task }) => ({ type: 'taskReceived', on, task }),
});

export const answerTask: Verb<AnswerTask> = onTask({
  term: '回复协办',
  causes: '回复和附上的材料交给承办机关；承办机关确认，或者退回补充。',
  trace: 'answeredTask',
  roles: ['liaison'],
  byAsked: true,
  when: ['sent', 'received', 'returned'],
  none: '没有等待回复的协办。',
  fact: (_, { on, task, text }) =>
    isMissing(text)
      ? refuse('REQ-81', BASIS, '请写明检索或者办理的结果；没有检索到的，写明检索的范围、方式和检索人。')
      : { type: 'taskAnswered', on, task, text },
});

export const returnTask: Verb<ReturnTask> = onTask({
  term: '退回协办补充',
  causes: '协办机关按退回的理由补充，期限另定；答复期限照常计算。',
  trace: 'returnedTask',
  roles: OFFICE,
  when: ['answered'],
  none: '没有已经回复、等待确认的协办。',
  fact: (_, { on, task, why, dueOn }, file, calendar) =>
    isMissing(why)
      ? refuse('REQ-81', BASIS, '请写明还缺什么，协办机关才知道补充什么。')
      : (refuseDay(dueOn, on, file, calendar) ?? { type: 'taskReturned', on, task, why, dueOn }),
});

export const acceptTask: Verb<AcceptTask> = onTask({
  term: '确认协办结果',
  causes: '这项协办结束，回复和材料留在卷内。',
  trace: 'acceptedTask',
  roles: OFFICE,
  when: ['answered'],
  none: '没有已经回复、等待确认的协办。',
  fact: (_, { on, task }) => ({ type: 'taskAccepted', on, task }),
});

export const remindTask: Verb<RemindTask> = onTask({
  term: '催办协办',
  causes: '协办机关的待办里标明已经催办；催办的次数和日期留在卷内。',
  trace: 'remindedTask',
  roles: OFFICE,
  bySystem: true,
  when: ['sent', 'received', 'returned'],
  none: '没有等待协办机关的协办。',
  fact: ({ n, facts }, { on, stage = 'hand' }) => {
    // Once for each day that was set: who returns a task sets a new one.
    const since = lastOf(facts, 'taskReturned')?.n ?? n;
    const reminded = factsOf(facts, 'taskReminded').filter((fact) => fact.n > since);
    const again = stage === 'hand' ? reminded.some((fact) => fact.on === on) : reminded.some((f) => f.stage === stage);
    if (again) return refuse('REQ-82', BASIS, stage === 'hand' ? '今天已经催办过，不必重复。' : '这一期限已经提醒过。');
    return { type: 'taskReminded', on, task: n, stage };
  },
});

export const withdrawTask: Verb<WithdrawTask> = onTask({
  term: '撤回协办',
  causes: '不再请对方协办，理由留在卷内。',
  trace: 'withdrewTask',
  roles: OFFICE,
  when: ['sent', 'received', 'returned', 'answered'],
  none: '没有可以撤回的协办。',
  fact: (_, { on, task, why }) =>
    isMissing(why) ? refuse('REQ-81', BASIS, '请写明撤回协办的原因。') : { type: 'taskWithdrawn', on, task, why },
});

/** Why a file with tasks that nobody has ended is not filed yet. */
export function refuseOpenTasks(facts: readonly RequestFact[]): Refusal | undefined {
  const open = tasksOf(facts).filter(isOpenTask);
  if (open.length === 0) return undefined;
  const names = open.map(({ name }) => `“${name}”`).join('、');
  return refuse('REQ-81', art(45), `${names}的协办还没有结束。请先确认结果，或者撤回，再归档。`);
}
