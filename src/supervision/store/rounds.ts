/** 检查轮次的存取: kept in large writes, so that the crawler does not wait for the database at every page. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { SeenColumn } from '../checks/columns-online.ts';
import type { RoleOfAddress } from '../checks/dead-link.ts';
import type { Progress, Waiting } from '../crawl-round.ts';
import type { FindingKindName, Grade, Mark } from '../finding-kinds.ts';

declare module '../../platform/database.ts' {
  interface Database {
    crawl_rounds: { id: string; site_id: string; begun_at: Date; ended_at: Date | null; left_out: number };
    crawl_addresses: {
      round_id: string;
      url: string;
      role: RoleOfAddress;
      depth: number;
      grade: Grade | null;
      says: string;
      status: number | null;
      millis: number | null;
      bytes: number | null;
      title: string | null;
      final_url: string | null;
      anchors: readonly string[] | null;
      assets: readonly string[] | null;
      looked_at: Date | null;
    };
    crawl_links: { round_id: string; target: string; fragment: string; source: string; words: string };
    crawl_marks: { round_id: string; kind: FindingKindName; url: string; detail: string; says: string };
    crawl_columns: {
      round_id: string;
      url: string;
      name: string;
      kind: SeenColumn['kind'];
      latest: CivilDate | null;
      blank: boolean;
      readable: boolean;
    };
    known_titles: { site_id: string; url: string; title: string; noted_at: Date };
  }
}

export async function beginRound(tx: Tx, round: { id: string; siteId: string; at: Date }, home: string): Promise<void> {
  await tx
    .insertInto('crawl_rounds')
    .values({ id: round.id, site_id: round.siteId, begun_at: round.at, ended_at: null, left_out: 0 })
    .execute();
  await keepProgress(
    tx,
    round.id,
    { found: [{ url: home, role: 'page', depth: 0 }], links: [], looked: [], leftOut: 0 },
    round.at,
  );
}

/** The round of a site that was begun and not ended. */
export async function openRound(db: Db, siteId: string): Promise<{ id: string; begunAt: Date } | undefined> {
  const row = await db
    .selectFrom('crawl_rounds')
    .select(['id', 'begun_at'])
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .orderBy('begun_at')
    .executeTakeFirst();
  return row && { id: row.id, begunAt: row.begun_at };
}

export async function lastRound(db: Db, siteId: string): Promise<{ id: string; endedAt: Date } | undefined> {
  const row = await db
    .selectFrom('crawl_rounds')
    .select(['id', 'ended_at'])
    .where('site_id', '=', siteId)
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .executeTakeFirst();
  return row && { id: row.id, endedAt: row.ended_at! };
}

export async function endRound(tx: Tx, roundId: string, at: Date): Promise<void> {
  await tx.updateTable('crawl_rounds').set({ ended_at: at }).where('id', '=', roundId).execute();
}

/** All a crawler has to know to go on: what waits, and what is known already. */
export async function takeUp(db: Db, roundId: string): Promise<{ waiting: Waiting[]; known: string[] }> {
  const rows = await db
    .selectFrom('crawl_addresses')
    .select(['url', 'role', 'depth', 'grade'])
    .where('round_id', '=', roundId)
    .orderBy(sql`seq`)
    .execute();
  return {
    waiting: rows.filter(({ grade }) => grade === null).map(({ url, role, depth }) => ({ url, role, depth })),
    known: rows.map(({ url }) => url),
  };
}

const ROWS_AT_ONCE = 500;

export async function keepProgress(tx: Tx, roundId: string, progress: Progress, at: Date): Promise<void> {
  await insertAll(
    tx,
    'crawl_addresses',
    roundId,
    progress.found.map((one) => ({ ...one, says: '' })),
  );
  await insertAll(tx, 'crawl_links', roundId, progress.links);
  await addMarks(
    tx,
    roundId,
    progress.looked.flatMap(({ marks }) => marks),
  );
  const columns = progress.looked.flatMap(({ column }) => column ?? []);
  await insertAll(
    tx,
    'crawl_columns',
    roundId,
    columns.map((column) => ({ ...column, latest: column.latest ?? null, readable: column.latest !== undefined })),
  );
  for (const looked of inPieces(progress.looked)) {
    const rows = looked.map(({ marks: _, column: __, ...row }) => row);
    await sql`
      update crawl_addresses a
      set grade = n.grade, says = n.says, status = n.status, millis = n.millis, bytes = n.bytes, title = n.title,
          final_url = n."finalUrl", anchors = n.anchors, assets = n.assets, looked_at = ${at}
      from jsonb_to_recordset(${storable(rows)}::jsonb) as n(url text, grade text, says text, status integer,
           millis integer, bytes bigint, title text, "finalUrl" text, anchors text[], assets text[])
      where a.round_id = ${roundId} and a.url = n.url`.execute(tx);
  }
  if (progress.leftOut > 0)
    await tx
      .updateTable('crawl_rounds')
      .set((q) => ({ left_out: q('left_out', '+', progress.leftOut) }))
      .where('id', '=', roundId)
      .execute();
}

/** Half a letter, left where words were cut short, is none for the database, and a zero neither. */
function storable(rows: readonly object[]): string {
  return JSON.stringify(rows).replace(/\\\\|\\u(?:d[89a-f][\da-f]{2}|0000)/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  );
}

/** The columns that are written, each with its type. */
const WRITTEN = {
  crawl_addresses: 'url text, role text, depth integer, says text',
  crawl_links: 'target text, fragment text, source text, words text',
  crawl_marks: 'kind text, url text, detail text, says text',
  crawl_columns: 'url text, name text, kind text, latest date, blank boolean, readable boolean',
} as const;

/** One value for all rows, so that each table has one statement, planned once. */
async function insertAll(tx: Tx, table: keyof typeof WRITTEN, roundId: string, rows: readonly object[]): Promise<void> {
  const columns = WRITTEN[table];
  const names = columns.replace(/ \w+(?=,|$)/g, '');
  for (const piece of inPieces(rows))
    await sql`
      insert into ${sql.table(table)} (round_id, ${sql.raw(names)})
      select ${roundId}, ${sql.raw(names)} from jsonb_to_recordset(${storable(piece)}::jsonb) as n(${sql.raw(columns)})
      on conflict do nothing`.execute(tx);
}

function inPieces<T>(rows: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) pieces.push(rows.slice(from, from + ROWS_AT_ONCE));
  return pieces;
}

export async function addMarks(tx: Tx, roundId: string, marks: readonly Mark[]): Promise<void> {
  await insertAll(tx, 'crawl_marks', roundId, marks);
}
