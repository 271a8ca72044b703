/** 在岗人员 by id: who holds a role, and the agencies it reaches. */
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { type AgencyId, reachedFrom } from '../agency.ts';
import { deputyHand, type Hand } from '../hand.ts';
import type { RoleName } from '../role.ts';
import { listAgencies } from '../store.ts';
import { rightsLent } from './deputations.ts';

export interface Holder {
  readonly officerId: string;
  /** By which he would act: with the principal where he holds it as a deputy [SEC-36]. */
  readonly hand: Hand;
  /** His own. */
  readonly agencyId: AgencyId;
  readonly role: RoleName;
  readonly reach: readonly AgencyId[];
}

/** Everybody active who holds one of the roles anywhere, deputies of the day with them. */
export async function holdersOf(db: Db, roles: readonly RoleName[], on: CivilDate): Promise<Holder[]> {
  const agencies = await listAgencies(db);
  const rows = await db
    .selectFrom('officer_roles')
    .innerJoin('officers', 'officers.id', 'officer_roles.officer_id')
    .select(['officers.id', 'officers.agency_id as own', 'role', 'officer_roles.agency_id as at'])
    .where('active', '=', true)
    .where('role', 'in', roles)
    .orderBy('officers.id')
    .execute();
  const lent = (await rightsLent(db, on)).filter(({ role }) => roles.includes(role));
  return [
    ...rows.map(({ id, own, role, at }) => ({
      ...{ officerId: id, hand: id, agencyId: own, role },
      reach: reachedFrom(at, agencies),
    })),
    ...lent.map(({ deputyId, principalId, deputyAgencyId, role, agencyId }) => ({
      ...{ officerId: deputyId, hand: deputyHand(deputyId, principalId), agencyId: deputyAgencyId, role },
      reach: reachedFrom(agencyId, agencies),
    })),
  ];
}
