/** 工作要点的存取. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { WorkPoint } from '../work-points/work-point.ts';

declare module '../../platform/database.ts' {
  interface Database {
    work_points: {
      id: string;
      agency_id: string;
      year: number;
      number: number;
      heading: string;
      title: string;
      basis: string;
      owner_id: string;
      due_on: CivilDate;
      begun_on: CivilDate | null;
      done_on: CivilDate | null;
      withdrawn_because: string | null;
      notes: unknown;
      proofs: unknown;
      told_soon_on: CivilDate | null;
      told_late_on: CivilDate | null;
      version: number;
    };
  }
}

/** 一年的要点: of lists of these agencies, and what is owned by them in lists of others. */
export async function workPointsOf(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<WorkPoint[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('work_points')
    .selectAll()
    .where('year', '=', year)
    .where((q) => q.or([q('agency_id', 'in', agencyIds), q('owner_id', 'in', agencyIds)]))
    .orderBy('agency_id')
    .orderBy('number')
    .execute();
  return rows.map(pointFrom);
}

/** Neither done nor withdrawn, owned by these agencies, due until a day; the nearest first. */
export async function openPointsUntil(
  db: Db,
  ownerIds: readonly AgencyId[],
  until: CivilDate,
  most: number,
): Promise<WorkPoint[]> {
  if (ownerIds.length === 0) return [];
  const rows = await open(db)
    .where('owner_id', 'in', ownerIds)
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map(pointFrom);
}

/** Of one list, due until a day; nobody works on them meanwhile. */
export async function openPointsOfList(tx: Tx, agencyId: AgencyId, until: CivilDate): Promise<WorkPoint[]> {
  const rows = await open(tx)
    .where('agency_id', '=', agencyId)
    .where('due_on', '<=', until)
    .orderBy('number')
    .forUpdate()
    .execute();
  return rows.map(pointFrom);
}

function open(db: Db) {
  return db.selectFrom('work_points').selectAll().where('done_on', 'is', null).where('withdrawn_because', 'is', null);
}

export async function agenciesWithPoints(db: Db): Promise<AgencyId[]> {
  const rows = await db.selectFrom('work_points').select('agency_id').distinct().orderBy('agency_id').execute();
  return rows.map(({ agency_id }) => agency_id);
}

export async function findPoint(db: Db, id: string, lock = false): Promise<WorkPoint | undefined> {
  const row = await db
    .selectFrom('work_points')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row && pointFrom(row);
}

export async function lastPointNumber(db: Db, agencyId: AgencyId, year: number): Promise<number> {
  const { last } = await db
    .selectFrom('work_points')
    .select((q) => q.fn.max('number').as('last'))
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

export async function isListed(
  db: Db,
  { agencyId, year, ownerId, title }: Pick<WorkPoint, 'agencyId' | 'year' | 'ownerId' | 'title'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('work_points')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('owner_id', '=', ownerId)
    .where('title', '=', title)
    .where('withdrawn_because', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function savePoint(tx: Tx, point: WorkPoint): Promise<void> {
  const row = {
    ...{ id: point.id, agency_id: point.agencyId, year: point.year, number: point.number, heading: point.heading },
    ...{ title: point.title, basis: point.basis, owner_id: point.ownerId, due_on: point.dueOn },
    ...{ begun_on: point.begunOn, done_on: point.doneOn, withdrawn_because: point.withdrawnBecause },
    notes: sql`${JSON.stringify(point.notes)}::jsonb`,
    proofs: sql`${JSON.stringify(point.proofs)}::jsonb`,
    ...{ told_soon_on: point.toldSoonOn, told_late_on: point.toldLateOn, version: point.version },
  };
  await tx
    .insertInto('work_points')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** 佐证的文件. */
export async function proofFileIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p->>'id' as id from work_points, jsonb_array_elements(proofs) p where p->>'type' = 'file'`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function namedProofFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct p->>'id' as id from work_points, jsonb_array_elements(proofs) p
    where p->>'type' = 'file' and p->>'id' in (${sql.join(ids)})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

function pointFrom(row: Selectable<Database['work_points']>): WorkPoint {
  return {
    ...{ id: row.id, agencyId: row.agency_id, year: row.year, number: row.number, heading: row.heading },
    ...{ title: row.title, basis: row.basis, ownerId: row.owner_id, dueOn: row.due_on },
    ...{ begunOn: row.begun_on, doneOn: row.done_on, withdrawnBecause: row.withdrawn_because },
    ...{ notes: row.notes as WorkPoint['notes'], proofs: row.proofs as WorkPoint['proofs'] },
    ...{ toldSoonOn: row.told_soon_on, toldLateOn: row.told_late_on, version: row.version },
  };
}
