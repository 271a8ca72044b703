/** 协办的列表: rows kept beside the facts, so that another agency's tasks are found without reading every file. */
import type { AgencyId } from '../../people/agency.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import { TASK_STATES, type TaskState, taskId, tasksOf } from '../tasks/task.ts';

declare module '../../platform/database.ts' {
  interface Database {
    request_tasks: {
      request_id: string;
      n: number;
      agency_id: string;
      to_agency_id: string;
      state: TaskState;
      due_on: CivilDate;
    };
  }
}

/** Writes the rows of a file's tasks as its facts now tell them. */
export async function keepTasks(tx: Tx, request: InfoRequest, facts: readonly RequestFact[]): Promise<void> {
  const newest = facts.at(-1)!;
  const n = newest.type === 'taskSent' ? newest.n : 'task' in newest ? newest.task : undefined;
  const task = n === undefined ? undefined : tasksOf(facts).find((one) => one.n === n);
  if (!task) return;
  const row = {
    request_id: request.id,
    n: task.n,
    agency_id: request.agencyId,
    to_agency_id: task.to,
    state: task.state,
    due_on: task.dueOn,
  };
  // What lies in the file for a task goes with the first that is sent.
  if (newest.type === 'taskSent')
    await tx
      .updateTable('request_files')
      .set({ task_id: taskId(request.id, task.n), fact_n: task.n })
      .where('request_id', '=', request.id)
      .where('purpose', '=', 'task')
      .where('task_id', 'is', null)
      .execute();
  await tx
    .insertInto('request_tasks')
    .values(row)
    .onConflict((on) => on.columns(['request_id', 'n']).doUpdateSet({ state: row.state, due_on: row.due_on }))
    .execute();
}

export interface TaskKey {
  readonly requestId: RequestId;
  readonly n: number;
}

const OPEN = (Object.keys(TASK_STATES) as TaskState[]).filter((state) => TASK_STATES[state].waitsFor !== null);
export const AWAITED = OPEN.filter((state) => TASK_STATES[state].waitsFor === 'asked');

/** More is never open at one department; what is over is found in the file. */
const MOST = 500;

/** Tasks that agencies were asked for, open ones first, the most urgent first. */
export async function tasksFor(db: Db, agencyIds: readonly AgencyId[]): Promise<TaskKey[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('request_tasks')
    .select(['request_id', 'n'])
    .where('to_agency_id', 'in', agencyIds)
    .orderBy((q) => q.case().when('state', 'in', OPEN).then(0).else(1).end())
    .orderBy('due_on')
    .limit(MOST)
    .execute();
  return rows.map(({ request_id, n }) => ({ requestId: request_id, n }));
}

/** Open tasks that agencies have asked others for, the most urgent first. */
export async function openTasksOf(db: Db, agencyIds: readonly AgencyId[]): Promise<TaskKey[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('request_tasks')
    .select(['request_id', 'n'])
    .where('agency_id', 'in', agencyIds)
    .where('state', 'in', OPEN)
    .orderBy('due_on')
    .limit(MOST)
    .execute();
  return rows.map(({ request_id, n }) => ({ requestId: request_id, n }));
}

const BATCH = 200;

/** Tasks still to be answered that are due by a day, read in batches: none is passed over, however many there are. */
export async function* tasksDueBy(db: Db, day: CivilDate): AsyncGenerator<TaskKey> {
  let after: TaskKey = { requestId: '', n: 0 };
  for (;;) {
    const rows = await db
      .selectFrom('request_tasks')
      .select(['request_id', 'n'])
      .where('state', 'in', AWAITED)
      .where('due_on', '<=', day)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('request_id', 'n'), '>', tuple(after.requestId, after.n)))
      .orderBy('request_id')
      .orderBy('n')
      .limit(BATCH)
      .execute();
    for (const { request_id, n } of rows) yield { requestId: request_id, n };
    if (rows.length < BATCH) return;
    const last = rows.at(-1)!;
    after = { requestId: last.request_id, n: last.n };
  }
}
