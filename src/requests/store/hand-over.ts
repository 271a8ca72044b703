/**
 * 移交 of this room [ORG-4]: open applications with what lies in them, co-working tasks the agency was asked for, corrections of personal
 * information, cases. An application keeps its facts and with them every day of its clock; that it went over is one fact more.
 */
import { type RawBuilder, sql } from 'kysely';
import { type HandedKind, type HandOverStep, handedRows } from '../../people/store/handed.ts';
import type { Tx } from '../../platform/database.ts';
import type { NewFact } from '../facts.ts';
import { CORRECTION_STATES, type CorrectionState } from '../personal-corrections/personal-correction.ts';
import { REQUEST_STATES, STATES } from '../states.ts';
import { TASK_STATES, type TaskState } from '../tasks/task.ts';
import './personal-corrections/tables.ts';
import './remedies.ts';
import './request-files.ts';
import './submissions.ts';
import './tables.ts';

const oneOf = (names: readonly string[]): RawBuilder<unknown> => sql`state in (${sql.join(names)})`;

const OPEN = REQUEST_STATES.filter((state) => STATES[state].clock !== 'over');

export const HANDED_APPLICATIONS = handedRows({
  ...{ term: '在办的政府信息公开申请', measure: '件', room: 'requests', table: 'info_requests', number: 'number' },
  open: oneOf(OPEN),
  label: sql`number`,
  due: sql`due_on`,
  along: [
    { table: 'applicants', key: 'request_id' },
    { table: 'request_files', key: 'request_id' },
    { table: 'request_submissions', key: 'request_id' },
    { table: 'request_tasks', key: 'request_id' },
  ],
  also: (tx, id, { from, fromName, to, toName, since, basis, ...step }) =>
    addFact(tx, id, step, { type: 'handedOver', on: step.today, from, fromName, to, toName, since, basis }),
});

const OPEN_TASKS = (Object.keys(TASK_STATES) as TaskState[]).filter((state) => TASK_STATES[state].waitsFor !== null);

/** 他机关请来的协办. Named as tasks are in the rows of attachments. */
export const HANDED_TASKS: HandedKind = {
  ...{ term: '他机关请来的协办', measure: '项', room: 'requests', trace: 'handedOverTask' },
  async open(db, agencyId, lock) {
    // The fact is added to the file: its row is locked, as by every act.
    const { rows } = await sql<Awaited<ReturnType<HandedKind['open']>>[number]>`
      select t.request_id || ':' || t.n as id, r.number || '的协办' as label, t.due_on as "dueOn"
      from request_tasks t join info_requests r on r.id = t.request_id
      where t.to_agency_id = ${agencyId} and t.state in (${sql.join(OPEN_TASKS)})
      order by t.due_on, t.request_id, t.n ${lock ? sql`for update` : sql``}`.execute(db);
    return rows;
  },
  async move(tx, id, { to, toName, basis, ...step }) {
    const cut = id.lastIndexOf(':');
    const [requestId, n] = [id.slice(0, cut), Number(id.slice(cut + 1))];
    await tx
      .updateTable('request_tasks')
      .set({ to_agency_id: to })
      .where('request_id', '=', requestId)
      .where('n', '=', n)
      .execute();
    await addFact(tx, requestId, step, {
      ...{ type: 'taskHandedOver', on: step.today, task: n },
      ...{ to, name: toName, fromName: step.fromName, basis },
    });
  },
};

const UNANSWERED = (Object.keys(CORRECTION_STATES) as CorrectionState[]).filter(
  (state) => state !== 'served' && state !== 'archived',
);

export const HANDED_CORRECTIONS = handedRows({
  ...{ term: '更正本人信息申请', measure: '件', room: 'personalCorrections', table: 'personal_corrections' },
  number: 'number',
  open: oneOf(UNANSWERED),
  label: sql`number`,
  along: [
    { table: 'personal_correction_applicants', key: 'correction_id' },
    { table: 'personal_correction_files', key: 'correction_id' },
  ],
});

/** 被申请人、被告 is whoever continues the functions. */
export const HANDED_REMEDIES = handedRows({
  ...{ term: '没有审结的复议、诉讼', measure: '件', room: 'remedies', table: 'remedies', number: 'case_number' },
  open: sql`closed_on is null`,
  label: sql`case_number`,
});

/** Added as an act adds it; the row of the file is locked. */
async function addFact(
  tx: Tx,
  requestId: string,
  { at, by }: Pick<HandOverStep, 'at' | 'by'>,
  { type, on, ...detail }: NewFact,
): Promise<void> {
  await sql`insert into request_facts (request_id, n, agency_id, type, happened_on, recorded_at, recorded_by, detail)
    select r.id, (select max(f.n) + 1 from request_facts f where f.request_id = r.id), r.agency_id,
      ${type}, ${on}::date, ${at}::timestamptz, ${by}, ${JSON.stringify(detail)}::jsonb
    from info_requests r where r.id = ${requestId}`.execute(tx);
}
