/** 值班表和巡查单的存取. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { HandOver, PatrolSheet, SignedPatrol } from '../patrol/patrol.ts';
import type { Roster } from '../patrol/roster.ts';

declare module '../../platform/database.ts' {
  interface Database {
    patrol_rosters: {
      id: string;
      agency_id: string;
      from_day: CivilDate;
      turn: Roster['turn'];
      days: Roster['days'];
      officer_ids: readonly string[];
      set_at: Date;
    };
    patrol_sheets: {
      id: string;
      agency_id: string;
      day: CivilDate;
      covers_from: CivilDate;
      officer_id: string;
      hand_overs: unknown;
      signed: unknown;
      missed_told_on: CivilDate | null;
    };
  }
}

/** In the order they were set. */
export async function rostersOf(db: Db, agencyIds: readonly AgencyId[]): Promise<Roster[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('patrol_rosters')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .orderBy('set_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    from: row.from_day,
    turn: row.turn,
    days: row.days,
    officerIds: row.officer_ids,
  }));
}

export async function agenciesOnPatrol(db: Db): Promise<AgencyId[]> {
  const rows = await db
    .selectFrom('patrol_rosters')
    .innerJoin('agencies', 'agencies.id', 'agency_id')
    .select('agency_id')
    .where('ended_on', 'is', null)
    .distinct()
    .orderBy('agency_id')
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

export async function addRoster(tx: Tx, roster: Roster, at: Date): Promise<void> {
  await tx
    .insertInto('patrol_rosters')
    .values({
      id: roster.id,
      agency_id: roster.agencyId,
      from_day: roster.from,
      turn: roster.turn,
      days: roster.days,
      officer_ids: [...roster.officerIds],
      set_at: at,
    })
    .execute();
}

export async function findSheet(db: Db, id: string, lock = false): Promise<PatrolSheet | undefined> {
  const row = await db
    .selectFrom('patrol_sheets')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row && sheetFrom(row);
}

export async function sheetsBetween(
  db: Db,
  agencyIds: readonly AgencyId[],
  first: CivilDate,
  last: CivilDate,
): Promise<PatrolSheet[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('patrol_sheets')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute();
  return rows.map(sheetFrom);
}

export async function unsignedSheets(db: Db, agencyIds: readonly AgencyId[], most: number): Promise<PatrolSheet[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('patrol_sheets')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .where('signed', 'is', null)
    .orderBy('day', 'desc')
    .limit(most)
    .execute();
  return rows.map(sheetFrom);
}

/** 缺巡 nobody was told of yet. */
export async function missedUntold(db: Db, agencyId: AgencyId, today: CivilDate): Promise<PatrolSheet[]> {
  const rows = await db
    .selectFrom('patrol_sheets')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('day', '<', today)
    .where('signed', 'is', null)
    .where('missed_told_on', 'is', null)
    .orderBy('day')
    .execute();
  return rows.map(sheetFrom);
}

export async function lastSheetDay(db: Db, agencyId: AgencyId): Promise<CivilDate | undefined> {
  const row = await db
    .selectFrom('patrol_sheets')
    .select('day')
    .where('agency_id', '=', agencyId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

/** A sheet of a day is made once, however many servers look. */
export async function saveSheets(tx: Tx, sheets: readonly PatrolSheet[]): Promise<void> {
  for (const sheet of sheets) {
    const row = {
      id: sheet.id,
      agency_id: sheet.agencyId,
      day: sheet.day,
      covers_from: sheet.coversFrom,
      officer_id: sheet.officerId,
      hand_overs: sql`${JSON.stringify(sheet.handOvers)}::jsonb`,
      signed: sheet.signed === null ? null : sql`${JSON.stringify(sheet.signed)}::jsonb`,
      missed_told_on: sheet.missedToldOn,
    };
    await tx
      .insertInto('patrol_sheets')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

function sheetFrom(row: Selectable<Database['patrol_sheets']>): PatrolSheet {
  return {
    id: row.id,
    agencyId: row.agency_id,
    day: row.day,
    coversFrom: row.covers_from,
    officerId: row.officer_id,
    handOvers: row.hand_overs as HandOver[],
    signed: row.signed as SignedPatrol | null,
    missedToldOn: row.missed_told_on,
  };
}
