/** 复议、诉讼案件, and 表四 counted from them. */
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import { factFrom, rowOfFact } from '../../platform/fact-rows.ts';
import { art } from '../../statute/articles.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { StatuteSettings } from '../../statute/settings.ts';
import type { RequestFact } from '../facts.ts';
import type { RequestId } from '../info-request.ts';
import type { ConclusionName, RemedyResult } from '../remedies/conclusions.ts';
import { decide, type RemedyLoaded } from '../remedies/decide.ts';
import { permit } from '../remedies/permissions.ts';
import type { RecordRemedy, Remedy, RemedyCommand, RemedyFile, RemedyKind, StageName } from '../remedies/remedy.ts';
import type { RemedyFact, RemedyFactType } from '../remedies/remedy-facts.ts';
import { newReplyServed } from '../remedies/remedy-standing.ts';
import { toRequest, toFact as toRequestFact } from './tables.ts';

declare module '../../platform/database.ts' {
  interface Database {
    remedies: {
      id: string;
      agency_id: string;
      request_id: string | null;
      kind: RemedyKind;
      case_number: string;
      body: string;
      stage: StageName;
      filed_on: CivilDate;
      closed_on: CivilDate | null;
      result: RemedyResult | null;
      conclusion: ConclusionName | null;
    };
    remedy_facts: {
      remedy_id: string;
      n: number;
      agency_id: string;
      type: RemedyFactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
  }
}

export const remedyStairs: Stairs<RemedyLoaded, RemedyFile, RemedyCommand> = {
  room: 'remedies',
  load: (tx, command) => (command.verb === 'recordRemedy' ? prepare(tx, command) : find(tx, command.remedyId)),
  permit: (actor, command, loaded) => permit(actor, command.verb, agencyOf(command, loaded)),
  decide,
  async save(tx, next, loaded) {
    const { id, ...row } = fromRemedy(next);
    await tx
      .insertInto('remedies')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const added = next.facts.slice(loaded.remedy?.facts.length ?? 0).map((fact) => fromFact(next, fact));
    await tx.insertInto('remedy_facts').values(added).execute();
  },
};

async function prepare(tx: Tx, { agencyId, requestId, caseNumber }: RecordRemedy): Promise<RemedyLoaded | Refusal> {
  const twin = await tx
    .selectFrom('remedies')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('case_number', '=', caseNumber.trim())
    .executeTakeFirst();
  if (twin) return refuse('REM-1', art(50), `案号“${caseNumber.trim()}”已经登记过，一个案件只登记一次。`);
  if (requestId === null) return { remedy: null, request: null, others: [] };
  const row = await tx
    .selectFrom('info_requests')
    .selectAll()
    .where('id', '=', requestId)
    .where('agency_id', '=', agencyId)
    .forUpdate()
    .executeTakeFirst();
  return { remedy: null, request: row ? toRequest(row) : null, others: await remediesOf(tx, requestId) };
}

async function find(tx: Tx, id: string): Promise<RemedyLoaded | Refusal> {
  const row = await tx.selectFrom('remedies').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return refuse('NO_SUCH_FILE', art(50), '没有这个案件，请刷新列表后重新选择。');
  const [remedy] = await withFacts(tx, [row]);
  const facts = await newRepliesTo(tx, [remedy!]);
  return { remedy: remedy!, redoneOn: newReplyServed(facts.get(id) ?? [], id)?.on ?? null };
}

function agencyOf(command: RemedyCommand, loaded: RemedyLoaded): AgencyId {
  return command.verb === 'recordRemedy' ? command.agencyId : loaded.remedy!.agencyId;
}

/** Cases about one application, in the order they were filed. */
export async function remediesOf(db: Db, requestId: RequestId): Promise<RemedyFile[]> {
  const rows = await db
    .selectFrom('remedies')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('filed_on')
    .orderBy('id')
    .execute();
  return withFacts(db, rows);
}

export async function findRemedy(db: Db, id: string): Promise<RemedyFile | undefined> {
  const rows = await db.selectFrom('remedies').selectAll().where('id', '=', id).execute();
  return (await withFacts(db, rows))[0];
}

async function withFacts(db: Db, rows: readonly Selectable<Database['remedies']>[]): Promise<RemedyFile[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const facts = await db.selectFrom('remedy_facts').selectAll().where('remedy_id', 'in', ids).orderBy('n').execute();
  return rows.map((row) => ({
    ...toRemedy(row),
    facts: facts.filter((fact) => fact.remedy_id === row.id).map(toFact),
  }));
}

/** What became of new replies, by case: the facts of its application that opened the file again and that sent a reply out. */
export async function newRepliesTo(db: Db, remedies: readonly Remedy[]): Promise<ReadonlyMap<string, RequestFact[]>> {
  const about = remedies.flatMap(({ requestId }) => requestId ?? []);
  if (about.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_facts')
    .selectAll()
    .where('request_id', 'in', about)
    .where('type', 'in', ['reopened', 'served'])
    .orderBy('n')
    .execute();
  return new Map(
    remedies.map(({ id, requestId }) => [id, rows.filter((row) => row.request_id === requestId).map(toRequestFact)]),
  );
}

/** 登记号 of the applications that cases are about, by case. */
export async function numbersOfRemedied(db: Db, remedies: readonly Remedy[]): Promise<ReadonlyMap<string, string>> {
  if (remedies.length === 0) return new Map();
  const rows = await db
    .selectFrom('remedies')
    .innerJoin('info_requests', 'info_requests.id', 'remedies.request_id')
    .select(['remedies.id', 'info_requests.number'])
    .where(
      'remedies.id',
      'in',
      remedies.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export async function listRemedies(db: Db, agencyIds: readonly AgencyId[]): Promise<RemedyFile[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('remedies')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .orderBy('filed_on', 'desc')
    .orderBy('id')
    .execute();
  return withFacts(db, rows);
}

/** 统计口径 [REM-5] */
export type Table4Basis = StatuteSettings['table4Basis'];

/** 结果维持、结果纠正、其他结果、尚未审结, for each group of 表四. */
export type Table4Counts = Readonly<Record<RemedyKind, readonly [number, number, number, number]>>;

const COLUMNS = ['upheld', 'corrected', 'other', 'open'] as const;

export async function countTable4(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  basis: Table4Basis,
): Promise<Table4Counts> {
  const counts = { review: zeros(), directLitigation: zeros(), postReviewLitigation: zeros() };
  if (agencyIds.length === 0) return counts;
  const groups = await db
    .selectFrom('remedies')
    .select(['kind', columnAt(year).as('column')])
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('agency_id', 'in', agencyIds)
    .where((q) => countedIn(q, year, basis))
    .groupBy(['kind', 'column'])
    .execute();
  for (const { kind, column, n } of groups) counts[kind][COLUMNS.indexOf(column)] = n;
  return counts;
}

/** 数字背后的案件. @param column 0 to 3 as in `Table4Counts`, 4 for 总计 */
export async function listBehindTable4Cell(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  kind: RemedyKind,
  column: number,
  basis: Table4Basis,
): Promise<Remedy[]> {
  if (agencyIds.length === 0) return [];
  let found = db
    .selectFrom('remedies')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('kind', '=', kind)
    .where((q) => countedIn(q, year, basis));
  const wanted = COLUMNS[column];
  if (wanted) found = found.where(columnAt(year), '=', wanted);
  return (await found.orderBy('filed_on', 'desc').orderBy('id').execute()).map(toRemedy);
}

function zeros(): [number, number, number, number] {
  return [0, 0, 0, 0];
}

/** The column as it was at the end of the year: a result of later is still 尚未审结. */
function columnAt(year: number) {
  const to = civilFromParts(year, 12, 31);
  return sql<(typeof COLUMNS)[number]>`case when closed_on <= ${to} then result else 'open' end`;
}

function countedIn(q: ExpressionBuilder<Database, 'remedies'>, year: number, basis: Table4Basis) {
  const [from, to] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const filedByItsEnd = q('filed_on', '<=', to);
  return basis === 'filed'
    ? q.and([q('filed_on', '>=', from), filedByItsEnd])
    : q.and([filedByItsEnd, q.or([q('closed_on', 'is', null), q('closed_on', '>=', from)])]);
}

function toRemedy(row: Selectable<Database['remedies']>): Remedy {
  return {
    id: row.id,
    agencyId: row.agency_id,
    requestId: row.request_id,
    kind: row.kind,
    caseNumber: row.case_number,
    body: row.body,
    stage: row.stage,
    filedOn: row.filed_on,
    closedOn: row.closed_on,
    conclusion: row.conclusion,
    result: row.result,
  };
}

function fromRemedy(remedy: Remedy): Selectable<Database['remedies']> {
  return {
    id: remedy.id,
    agency_id: remedy.agencyId,
    request_id: remedy.requestId,
    kind: remedy.kind,
    case_number: remedy.caseNumber,
    body: remedy.body,
    stage: remedy.stage,
    filed_on: remedy.filedOn,
    closed_on: remedy.closedOn,
    result: remedy.result,
    conclusion: remedy.conclusion,
  };
}

function toFact(row: Selectable<Database['remedy_facts']>): RemedyFact {
  return factFrom(row);
}

function fromFact({ id, agencyId }: Remedy, fact: RemedyFact): Selectable<Database['remedy_facts']> {
  return { remedy_id: id, ...rowOfFact(agencyId, fact) };
}
