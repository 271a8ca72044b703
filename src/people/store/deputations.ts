/**
 * 代理. What a deputy may do is cut here to what the principal holds now, each time it is asked [SEC-33]: so it falls with the last day, with
 * the account of either, and with the post itself.
 */
import type { Selectable } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { OfficerActor, Reach } from '../actor.ts';
import { type Agency, type AgencyId, reachedFrom } from '../agency.ts';
import { type Deputation, LENT_ROLES } from '../deputation.ts';
import { deputyHand, nameOfDeputy } from '../hand.ts';
import type { RoleName } from '../role.ts';
import { THREE_OFFICERS } from '../three-officers.ts';

declare module '../../platform/database.ts' {
  interface Database {
    deputations: {
      id: string;
      agency_id: string;
      principal_id: string;
      deputy_id: string;
      roles: readonly RoleName[];
      from_on: CivilDate;
      to_on: CivilDate;
      reason: string;
      given_by: string;
      given_at: Date;
      ended_at: Date | null;
      ended_by: string | null;
    };
  }
}

/** 代理的岗位 of one day: a right of the principal that a deputy may use. */
export interface LentRight {
  readonly deputyId: string;
  readonly deputy: string;
  readonly deputyAgencyId: AgencyId;
  readonly principalId: string;
  readonly principal: string;
  readonly role: RoleName;
  readonly agencyId: AgencyId;
}

/** @param deputyId of everybody when it is left out */
export async function rightsLent(db: Db, on: CivilDate, deputyId?: string): Promise<LentRight[]> {
  return db
    .selectFrom('deputations')
    .innerJoin('officers as principal', 'principal.id', 'principal_id')
    .innerJoin('officers as deputy', 'deputy.id', 'deputy_id')
    .innerJoin('officer_roles', 'officer_roles.officer_id', 'principal_id')
    .select([
      'deputy.id as deputyId',
      'deputy.name as deputy',
      'deputy.agency_id as deputyAgencyId',
      'principal.id as principalId',
      'principal.name as principal',
      'officer_roles.role',
      'officer_roles.agency_id as agencyId',
    ])
    .where('from_on', '<=', on)
    .where('to_on', '>=', on)
    .where('ended_at', 'is', null)
    .where('principal.active', '=', true)
    .where('deputy.active', '=', true)
    .where('officer_roles.role', 'in', LENT_ROLES)
    .whereRef('officer_roles.role', '=', (q) => q.fn.any('deputations.roles'))
    .where('deputy.id', 'not in', (q) =>
      q.selectFrom('officer_roles').select('officer_id').where('role', 'in', THREE_OFFICERS),
    )
    .$if(deputyId !== undefined, (q) => q.where('deputy.id', '=', deputyId!))
    .orderBy('deputations.given_at')
    .orderBy('principal.id')
    .orderBy('officer_roles.role')
    .execute();
}

/** The officer with the rights lent to him; himself alone where nothing is. */
export function withRightsLent(
  own: OfficerActor,
  lent: readonly LentRight[],
  agencies: readonly Agency[],
): OfficerActor {
  const principals = [...new Set(lent.map(({ principalId }) => principalId))];
  if (principals.length === 0) return own;
  const standing = principals.map((id): OfficerActor => {
    const rights = lent.filter(({ principalId }) => principalId === id);
    const { principal } = rights[0]!;
    const name = nameOfDeputy(own.name, principal);
    return { ...own, id: deputyHand(own.id, id), name, reach: reachOf(rights, agencies), actingFor: principal };
  });
  const capacities = [own, ...standing];
  return { ...own, reach: capacities.map(({ reach }) => reach).reduce(together), capacities };
}

export function reachOf(
  rights: readonly { readonly role: RoleName; readonly agencyId: AgencyId }[],
  agencies: readonly Agency[],
): Reach {
  return rights
    .map(({ role, agencyId }) => ({ [role]: reachedFrom(agencyId, agencies) }) as Reach)
    .reduce(together, {});
}

function together(one: Reach, other: Reach): Reach {
  const roles = [...new Set([...Object.keys(one), ...Object.keys(other)])] as RoleName[];
  return Object.fromEntries(roles.map((role) => [role, [...new Set([...(one[role] ?? []), ...(other[role] ?? [])])]]));
}

export async function saveDeputation(tx: Tx, agencyId: AgencyId, one: Deputation, by: string): Promise<void> {
  const row = {
    ...{ id: one.id, agency_id: agencyId, principal_id: one.principalId, deputy_id: one.deputyId },
    ...{ roles: [...one.roles], from_on: one.from, to_on: one.to, reason: one.reason },
    ...{ given_by: one.givenBy, given_at: one.givenAt, ended_at: one.endedAt },
    ended_by: one.endedAt === null ? null : by,
  };
  await tx
    .insertInto('deputations')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet({ ended_at: row.ended_at, ended_by: row.ended_by }))
    .execute();
}

export async function findDeputation(db: Db, id: string): Promise<Deputation | undefined> {
  const row = await db.selectFrom('deputations').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toDeputation(row);
}

/** Between two officers, not ended. Read under the lock of the principal: of two given at once the second sees the first. */
export async function deputationsBetween(tx: Tx, principalId: string, deputyId: string): Promise<Deputation[]> {
  const rows = await tx
    .selectFrom('deputations')
    .selectAll()
    .where('principal_id', '=', principalId)
    .where('deputy_id', '=', deputyId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(toDeputation);
}

export interface DeputationLine extends Deputation {
  readonly principal: string;
  readonly deputy: string;
  /** The principal's. */
  readonly agencyId: AgencyId;
}

/** The latest first: those an officer has part in, and those of the agencies. */
export async function listDeputations(
  db: Db,
  {
    officerId,
    agencyIds,
    most,
  }: { readonly officerId: string; readonly agencyIds: readonly AgencyId[]; readonly most: number },
): Promise<DeputationLine[]> {
  const rows = await db
    .selectFrom('deputations')
    .innerJoin('officers as principal', 'principal.id', 'principal_id')
    .innerJoin('officers as deputy', 'deputy.id', 'deputy_id')
    .selectAll('deputations')
    .select(['principal.name as principal', 'deputy.name as deputy', 'principal.agency_id as at'])
    .where((q) =>
      q.or([
        q('principal_id', '=', officerId),
        q('deputy_id', '=', officerId),
        ...(agencyIds.length > 0 ? [q('principal.agency_id', 'in', agencyIds)] : []),
      ]),
    )
    .orderBy('to_on', 'desc')
    .orderBy('deputations.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...toDeputation(row), principal: row.principal, deputy: row.deputy, agencyId: row.at }));
}

function toDeputation(row: Omit<Selectable<Database['deputations']>, 'agency_id' | 'ended_by'>): Deputation {
  return {
    ...{ id: row.id, principalId: row.principal_id, deputyId: row.deputy_id },
    ...{ roles: row.roles, from: row.from_on, to: row.to_on, reason: row.reason },
    ...{ givenBy: row.given_by, givenAt: row.given_at, endedAt: row.ended_at },
  };
}
