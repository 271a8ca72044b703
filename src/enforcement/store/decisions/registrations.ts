/** 登记的变动 [ENF-12]: the sheets that brought something new, by which a screen is known to show what waits now. */
import { sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Hand } from '../../../people/hand.ts';
import type { Db } from '../../../platform/database.ts';
import type { DecisionKindName } from '../../decisions/fields.ts';
import './tables.ts';

function registrations(db: Db, kind: DecisionKindName) {
  return db
    .selectFrom('decision_imports')
    .where('kind', '=', kind)
    .where(sql<boolean>`(added > 0 or jsonb_array_length(changes) > 0)`);
}

/** Whose they were, the oldest first. */
export async function registeredBy(db: Db, agencyId: AgencyId, kind: DecisionKindName): Promise<Hand[]> {
  const rows = await registrations(db, kind)
    .select('imported_by')
    .where('agency_id', '=', agencyId)
    .orderBy('imported_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.imported_by);
}

export async function countRegistrations(
  db: Db,
  agencyIds: readonly AgencyId[],
  kind: DecisionKindName,
): Promise<ReadonlyMap<AgencyId, number>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await registrations(db, kind)
    .select(['agency_id', (q) => q.fn.countAll<string>().as('sheets')])
    .where('agency_id', 'in', agencyIds)
    .groupBy('agency_id')
    .execute();
  return new Map(rows.map(({ agency_id, sheets }) => [agency_id, Number(sheets)]));
}
