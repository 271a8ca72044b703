/** 案卷: everything the file screen shows, and what the applicant sees of it. */
import type { LedgerEntry } from '../../ledger/entry.ts';
import { entriesOf } from '../../ledger/store.ts';
import type { Actor } from '../../people/actor.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Reckoning } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { clockOf } from '../deadlines.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestFile, RequestId } from '../info-request.ts';
import { closedVerbs, type PermittedVerb, permittedVerbs } from '../permissions.ts';
import type { RemedyFile } from '../remedies/remedy.ts';
import { tracesOf } from '../traces.ts';
import { type TrackedRequest, trackedView } from '../track.ts';
import { lineOf, listBySameApplicant, type RequestLine } from './lists.ts';
import { remediesOf } from './remedies.ts';
import { factsOfFile } from './stairs.ts';
import { toRequest } from './tables.ts';

export interface FileView {
  readonly line: RequestLine;
  readonly facts: readonly RequestFact[];
  /** By number of the fact: its entry in the ledger. */
  readonly traces: ReadonlyMap<number, LedgerEntry>;
  /** Null when none can be read; the line says why. */
  readonly clock: Reckoning | null;
  readonly verbs: readonly PermittedVerb[];
  readonly bySameApplicant: readonly RequestLine[];
  readonly remedies: readonly RemedyFile[];
}

/** The file as an officer sees it; undefined when there is none. Who may look is asked by the face. */
export async function loadFile(
  db: Db,
  id: RequestId,
  actor: Actor,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<FileView | undefined> {
  const row = await db
    .selectFrom('info_requests as r')
    .leftJoin('applicants as a', 'a.request_id', 'r.id')
    .selectAll('r')
    .select('a.masked_name')
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const file: RequestFile = {
    request: toRequest(row),
    facts: await factsOfFile(db, id),
    codeDigest: row.code_digest,
    remedies: await remediesOf(db, id),
  };
  const line = lineOf(row, file.facts, today, calendar);
  return {
    line,
    facts: file.facts,
    traces: tracesOf(file, await entriesOf(db, 'requests', id)),
    clock: line.problem ? null : clockOf(file, today, calendar),
    verbs: line.problem ? closedVerbs(line.problem) : permittedVerbs(actor, file, today, calendar),
    remedies: file.remedies ?? [],
    bySameApplicant: await listBySameApplicant(db, id, today, calendar),
  };
}

export async function findRequest(db: Db, id: RequestId): Promise<InfoRequest | undefined> {
  const row = await db.selectFrom('info_requests').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRequest(row);
}

/** 掩码的姓名或者名称; undefined once identity was erased. */
export async function maskedNameOf(db: Db, id: RequestId): Promise<string | undefined> {
  const row = await db.selectFrom('applicants').select('masked_name').where('request_id', '=', id).executeTakeFirst();
  return row?.masked_name;
}

/** What the holder of query number and code may see; undefined when they do not belong together. */
export async function trackRequest(
  db: Db,
  queryNumber: string,
  codeDigest: string,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<{ readonly file: RequestFile; readonly tracked: TrackedRequest } | undefined> {
  const row = await db
    .selectFrom('info_requests')
    .selectAll()
    .where('query_number', '=', queryNumber)
    .where('code_digest', '=', codeDigest)
    .executeTakeFirst();
  if (!row) return undefined;
  const file = { request: toRequest(row), facts: await factsOfFile(db, row.id), codeDigest: row.code_digest };
  return { file, tracked: trackedView(file, today, calendar) };
}

/** 登记号 by id, of those that are there. */
export async function numbersOf(db: Db, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('info_requests').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
