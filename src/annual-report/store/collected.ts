/** The collected reports as rows, and how they climb. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import {
  type CollectedCommand,
  type CollectedReport,
  type Settlement,
  settledReport,
} from '../collect/collected-report.ts';
import { decideCollected, NOT_FOUND, permitCollecting } from '../collect/decide-collected.ts';
import type { Judgement } from '../collect/judgement.ts';
import type { SourceLine } from '../read/source-lines.ts';
import type { Report } from '../report.ts';

declare module '../../platform/database.ts' {
  interface Database {
    collected_reports: {
      id: string;
      agency_id: string;
      name: string;
      report: Report;
      source: readonly SourceLine[];
      settled: readonly Settlement[];
      judged: readonly Judgement[];
      added_by: string;
      added_at: Date;
    };
  }
}

/** More are looked for by the year. */
const LISTED = 500;

export interface CollectedLine extends Pick<CollectedReport, 'id' | 'agencyId' | 'name' | 'addedBy' | 'addedAt'> {
  readonly unit: string | null;
  readonly year: number | null;
  /** Cells still to be settled. */
  readonly open: number;
}

/** Newest first. */
export async function listCollected(db: Db, agencyIds: readonly AgencyId[]): Promise<CollectedLine[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('collected_reports')
    .select(['id', 'agency_id', 'name', 'added_by', 'added_at', 'settled'])
    .select([
      sql<string | null>`report ->> 'unit'`.as('unit'),
      sql<number | null>`(report ->> 'year')::integer`.as('year'),
      sql<readonly string[]>`report -> 'undecided'`.as('undecided'),
    ])
    .where('agency_id', 'in', agencyIds)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .limit(LISTED)
    .execute();
  return rows.map((row) => {
    const settled = new Set(row.settled.map(({ pointer }) => pointer));
    return {
      id: row.id,
      agencyId: row.agency_id,
      name: row.name,
      addedBy: row.added_by,
      addedAt: row.added_at,
      unit: row.unit,
      year: row.year,
      open: row.undecided.filter((pointer) => !settled.has(pointer)).length,
    };
  });
}

export async function collectedReport(db: Db, id: string, lock?: 'forUpdate'): Promise<CollectedReport | null> {
  const query = db.selectFrom('collected_reports').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toCollected(row) : null;
}

/** 上年的年报 of the same agency in the same collection, as it was settled; the one that was added last. */
export async function collectedBefore(
  db: Db,
  { agencyId, report: { unit, year } }: Pick<CollectedReport, 'agencyId' | 'report'>,
): Promise<Report | null> {
  if (unit === null || year === null) return null;
  const rows = await db
    .selectFrom('collected_reports')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`(report ->> 'year')::integer = ${year - 1}`)
    // One year it is 洪泽区人民政府, the next 淮安市洪泽区人民政府.
    .where(sql<boolean>`(${unit} like '%' || (report ->> 'unit') or report ->> 'unit' like '%' || ${unit})`)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute();
  const row = rows.find(({ report }) => report.unit === unit) ?? rows[0];
  return row ? settledReport(toCollected(row)) : null;
}

/** Several, in the order they were asked for; those that are not there are left out. */
export async function collectedReportsOf(db: Db, ids: readonly string[]): Promise<CollectedReport[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('collected_reports').selectAll().where('id', 'in', ids).execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(toCollected));
}

interface Loaded {
  readonly agencyId: AgencyId;
  readonly report: CollectedReport | null;
  readonly previous: Report | null;
}

export const collectedStairs: Stairs<Loaded, CollectedReport, CollectedCommand> = {
  room: 'annual-report',
  async load(tx, command) {
    if (command.verb === 'collect') return { agencyId: command.agencyId, report: null, previous: null };
    const report = await collectedReport(tx, command.reportId, 'forUpdate');
    if (!report) return NOT_FOUND;
    return { agencyId: report.agencyId, report, previous: await collectedBefore(tx, report) };
  },
  permit: (actor, _, { agencyId }) => permitCollecting(actor, agencyId),
  decide: ({ report, previous }, command, scene) => decideCollected(report, command, scene, previous),
  save: (tx, next) => saveCollected(tx, next),
};

async function saveCollected(tx: Tx, { id, removed, ...kept }: CollectedReport): Promise<void> {
  if (removed) {
    await tx.deleteFrom('collected_reports').where('id', '=', id).execute();
    return;
  }
  const row = {
    agency_id: kept.agencyId,
    name: kept.name,
    report: sql<Report>`${JSON.stringify(kept.report)}::jsonb`,
    source: sql<readonly SourceLine[]>`${JSON.stringify(kept.source)}::jsonb`,
    settled: sql<readonly Settlement[]>`${JSON.stringify(kept.settled)}::jsonb`,
    judged: sql<readonly Judgement[]>`${JSON.stringify(kept.judged)}::jsonb`,
    added_by: kept.addedBy,
    added_at: kept.addedAt,
  };
  await tx
    .insertInto('collected_reports')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function toCollected(row: Selectable<Database['collected_reports']>): CollectedReport {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    report: row.report,
    source: row.source,
    settled: row.settled,
    judged: row.judged,
    addedBy: row.added_by,
    addedAt: row.added_at,
    removed: false,
  };
}
