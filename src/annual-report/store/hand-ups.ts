/** 报送 as rows. Which version counts is asked here: the newest that was accepted. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { Difference } from '../hand-up/differences.ts';
import type { HandUp, HandUpSource, HandUpState } from '../hand-up/hand-up.ts';
import type { ReportFigures } from '../report.ts';

declare module '../../platform/database.ts' {
  interface Database {
    report_hand_ups: {
      id: string;
      agency_id: string;
      to_agency_id: string;
      year: number;
      version: number;
      source: HandUpSource;
      figures: ReportFigures;
      why: string;
      state: HandUpState;
      handed_by: string;
      handed_at: Date;
      settled_by: string | null;
      settled_at: Date | null;
      returned_why: string | null;
      settled_why: string | null;
      differed: readonly Difference[];
    };
  }
}

export async function lockHandUp(tx: Tx, id: string): Promise<HandUp | null> {
  const row = await tx.selectFrom('report_hand_ups').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toHandUp(row) : null;
}

export async function latestHandUp(db: Db, agencyId: AgencyId, year: number): Promise<HandUp | null> {
  return (await handUpsOf(db, agencyId, year)).at(-1) ?? null;
}

/** Every version, the first first. */
export async function handUpsOf(db: Db, agencyId: AgencyId, year: number): Promise<HandUp[]> {
  const rows = await db
    .selectFrom('report_hand_ups')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('version')
    .execute();
  return rows.map(toHandUp);
}

/** The years the agency has a report of, begun or out, or figures handed up that were not returned. */
export async function reportedYears(db: Db, agencyId: AgencyId): Promise<number[]> {
  const rows = await db
    .selectFrom('annual_reports')
    .select('year')
    .where('agency_id', '=', agencyId)
    .union(
      db
        .selectFrom('report_hand_ups')
        .select('year')
        .where('agency_id', '=', agencyId)
        .where('state', '<>', 'returned'),
    )
    .execute();
  return rows.map(({ year }) => year);
}

/** [ANR-92] The others whose figures of the year were entered and that have frozen no report of it: they have written no text. */
export async function enteredWithoutText(db: Db, agencyId: AgencyId, year: number): Promise<AgencyId[]> {
  const rows = await db
    .selectFrom('report_hand_ups as handed')
    .select('handed.agency_id as agencyId')
    .distinct()
    .where('handed.agency_id', '<>', agencyId)
    .where('handed.year', '=', year)
    .where('source', '=', 'entered')
    .where('handed.state', 'in', ['waiting', 'accepted'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('annual_reports as report')
            .select('report.id')
            .whereRef('report.agency_id', '=', 'handed.agency_id')
            .where('report.year', '=', year)
            .where('report.frozen', 'is not', null),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.agencyId);
}

/** The newest version of each agency. */
export async function latestHandUps(
  db: Db,
  agencyIds: readonly AgencyId[],
  years: readonly number[],
): Promise<HandUp[]> {
  return newest(db, agencyIds, years, []);
}

/** What counts: the newest accepted version of each agency, unless the records have taken its place. */
export async function acceptedHandUps(
  db: Db,
  agencyIds: readonly AgencyId[],
  years: readonly number[],
): Promise<HandUp[]> {
  const settled = await newest(db, agencyIds, years, ['accepted', 'replaced']);
  return settled.filter(({ state }) => state === 'accepted');
}

async function newest(
  db: Db,
  agencyIds: readonly AgencyId[],
  years: readonly number[],
  /** None: whatever its state. */
  states: readonly HandUpState[],
): Promise<HandUp[]> {
  if (agencyIds.length === 0 || years.length === 0) return [];
  const rows = await db
    .selectFrom('report_hand_ups')
    .selectAll()
    .distinctOn(['agency_id', 'year'])
    .where('agency_id', 'in', agencyIds)
    .where('year', 'in', years)
    .$if(states.length > 0, (query) => query.where('state', 'in', states))
    .orderBy('agency_id')
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toHandUp);
}

export async function saveHandUp(tx: Tx, handed: HandUp): Promise<void> {
  const settled = {
    state: handed.state,
    settled_by: handed.settledBy,
    settled_at: handed.settledAt,
    returned_why: handed.returnedWhy,
    settled_why: handed.settledWhy,
    differed: sql<readonly Difference[]>`${JSON.stringify(handed.differed)}::jsonb`,
  };
  await tx
    .insertInto('report_hand_ups')
    .values({
      id: handed.id,
      agency_id: handed.agencyId,
      to_agency_id: handed.toAgencyId,
      year: handed.year,
      version: handed.version,
      source: handed.source,
      figures: sql<ReportFigures>`${JSON.stringify(handed.figures)}::jsonb`,
      why: handed.why,
      handed_by: handed.handedBy,
      handed_at: handed.handedAt,
      ...settled,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settled))
    .execute();
}

function toHandUp(row: Selectable<Database['report_hand_ups']>): HandUp {
  return {
    id: row.id,
    agencyId: row.agency_id,
    toAgencyId: row.to_agency_id,
    year: row.year,
    version: row.version,
    source: row.source,
    figures: row.figures,
    why: row.why,
    state: row.state,
    handedBy: row.handed_by,
    handedAt: row.handed_at,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
    returnedWhy: row.returned_why,
    settledWhy: row.settled_why,
    differed: row.differed,
  };
}
