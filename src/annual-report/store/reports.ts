/** The versions of the reports, as rows and as the reader finds them. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { AnnualReport, LetPass, ReportState } from '../annual-report.ts';
import type { NarrativeSection, Report } from '../report.ts';

declare module '../../platform/database.ts' {
  interface Database {
    annual_reports: {
      id: string;
      agency_id: string;
      year: number;
      version: number;
      state: ReportState;
      narrative: readonly NarrativeSection[];
      frozen: Report | null;
      frozen_by: string | null;
      frozen_at: Date | null;
      waiver: string | null;
      passed: LetPass | null;
      published_by: string | null;
      published_at: Date | null;
      correction: string | null;
    };
  }
}

/** The newest version of the agency's report for the year, locked when asked for in a transaction that will change it. */
export async function latestReport(
  db: Db,
  agencyId: AgencyId,
  year: number,
  lock?: 'forUpdate',
): Promise<AnnualReport | null> {
  const query = db
    .selectFrom('annual_reports')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toReport(row) : null;
}

export async function lockReport(tx: Tx, id: string): Promise<AnnualReport | null> {
  const row = await tx.selectFrom('annual_reports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toReport(row) : null;
}

/** What the public reads: the newest published version. */
export async function publishedReport(db: Db, agencyId: AgencyId, year: number): Promise<AnnualReport | null> {
  const row = await db
    .selectFrom('annual_reports')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toReport(row) : null;
}

/** What several agencies have published for one year, each in its newest version. */
export async function publishedReportsOf(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<AnnualReport[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('annual_reports')
    .selectAll()
    .distinctOn('agency_id')
    .where('agency_id', 'in', agencyIds)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .orderBy('agency_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport);
}

/** What the other agencies wrote of the year, frozen or published, the newest of each; at most `most`, those written last. */
export async function textsOfOthers(
  db: Db,
  agencyId: AgencyId,
  year: number,
  most: number,
): Promise<Pick<Report, 'unit' | 'narrative'>[]> {
  const newest = db
    .selectFrom('annual_reports')
    .select(['agency_id', 'frozen', 'frozen_at'])
    .distinctOn('agency_id')
    .where('agency_id', '<>', agencyId)
    .where('year', '=', year)
    .where('frozen', 'is not', null)
    .orderBy('agency_id')
    .orderBy('version', 'desc')
    .as('newest');
  return await db
    .selectFrom(newest)
    .select([
      sql<string | null>`newest.frozen ->> 'unit'`.as('unit'),
      sql<readonly NarrativeSection[]>`newest.frozen -> 'narrative'`.as('narrative'),
    ])
    .orderBy('newest.frozen_at', (order) => order.desc().nullsLast())
    .limit(most)
    .execute();
}

/** Years the agency has published, newest first, each with its newest version. */
export async function publishedReports(db: Db, agencyId: AgencyId): Promise<AnnualReport[]> {
  const rows = await db
    .selectFrom('annual_reports')
    .selectAll()
    .distinctOn('year')
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport);
}

/** The years each of these agencies has published, newest first. */
export async function publishedYears(
  db: Db,
  agencyIds: readonly AgencyId[],
): Promise<{ readonly agencyId: AgencyId; readonly year: number }[]> {
  if (agencyIds.length === 0) return [];
  return await db
    .selectFrom('annual_reports')
    .select(['agency_id as agencyId', 'year'])
    .distinct()
    .where('agency_id', 'in', agencyIds)
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .orderBy('agency_id')
    .execute();
}

/** Where each report stands: agency, year, state of its newest version, and who froze it. */
export type ReportLine = Pick<AnnualReport, 'agencyId' | 'year' | 'version' | 'state' | 'frozenBy' | 'passed'>;

export async function listReports(db: Db, agencyIds: readonly AgencyId[]): Promise<ReportLine[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('annual_reports')
    .select(['agency_id', 'year', 'version', 'state', 'frozen_by', 'passed'])
    .distinctOn(['agency_id', 'year'])
    .where('agency_id', 'in', agencyIds)
    .orderBy('agency_id')
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    agencyId: row.agency_id,
    year: row.year,
    version: row.version,
    state: row.state,
    frozenBy: row.frozen_by,
    passed: row.passed,
  }));
}

export async function saveReport(tx: Tx, report: AnnualReport): Promise<void> {
  const row = {
    agency_id: report.agencyId,
    year: report.year,
    version: report.version,
    state: report.state,
    narrative: sql<readonly NarrativeSection[]>`${JSON.stringify(report.narrative)}::jsonb`,
    frozen: report.frozen && sql<Report>`${JSON.stringify(report.frozen)}::jsonb`,
    frozen_by: report.frozenBy,
    frozen_at: report.frozenAt,
    waiver: report.waiver,
    passed: report.passed && sql<LetPass>`${JSON.stringify(report.passed)}::jsonb`,
    published_by: report.publishedBy,
    published_at: report.publishedAt,
    correction: report.correction,
  };
  await tx
    .insertInto('annual_reports')
    .values({ id: report.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function toReport(row: Selectable<Database['annual_reports']>): AnnualReport {
  return {
    id: row.id,
    agencyId: row.agency_id,
    year: row.year,
    version: row.version,
    state: row.state,
    narrative: row.narrative,
    frozen: row.frozen,
    frozenBy: row.frozen_by,
    frozenAt: row.frozen_at,
    waiver: row.waiver,
    passed: row.passed,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    correction: row.correction,
  };
}
