/** 在岗人员 by id: who holds a role, and the agencies it reaches. */
import type { Db } from '../../platform/database.ts';
import { type AgencyId, subtreeOf } from '../agency.ts';
import type { RoleName } from '../role.ts';
import { listAgencies } from '../store.ts';

export interface Holder {
  readonly officerId: string;
  /** His own. */
  readonly agencyId: AgencyId;
  readonly role: RoleName;
  readonly reach: readonly AgencyId[];
}

/** Everybody active who holds one of the roles anywhere. */
export async function holdersOf(db: Db, roles: readonly RoleName[]): Promise<Holder[]> {
  const agencies = await listAgencies(db);
  const rows = await db
    .selectFrom('officer_roles')
    .innerJoin('officers', 'officers.id', 'officer_roles.officer_id')
    .select(['officers.id', 'officers.agency_id as own', 'role', 'officer_roles.agency_id as at'])
    .where('active', '=', true)
    .where('role', 'in', roles)
    .orderBy('officers.id')
    .execute();
  return rows.map(({ id, own, role, at }) => ({
    officerId: id,
    agencyId: own,
    role,
    reach: subtreeOf(at, agencies),
  }));
}
