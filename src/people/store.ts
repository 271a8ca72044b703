/** The SQL of `people/`: agencies, officers, roles, the officer behind a session, the setup link. */
import type { Generated } from 'kysely';
import type { Db, Tx } from '../platform/database.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { OfficerActor } from './actor.ts';
import {
  type Agency,
  type AgencyId,
  type AgencyKindName,
  type FormerName,
  inOrder,
  type OfficeContact,
  reachedFrom,
} from './agency.ts';
import { type Hand, nameOfDeputy, personsIn } from './hand.ts';
import type { SignInRecord } from './lock-out.ts';
import type { RoleName } from './role.ts';
import type { SignInWay } from './sign-in-way.ts';
import { reachOf, rightsLent, withRightsLent } from './store/deputations.ts';
import type { SessionWindow } from './store/sessions.ts';

declare module '../platform/database.ts' {
  interface Database {
    agencies: {
      id: string;
      parent_id: string | null;
      name: string;
      kind: AgencyKindName;
      credit_code: string | null;
      contact: OfficeContact;
      founded_on: Generated<CivilDate | null>;
      ended_on: Generated<CivilDate | null>;
      successors: Generated<readonly AgencyId[]>;
      former_names: Generated<readonly FormerName[]>;
    };
    officers: {
      id: string;
      agency_id: string;
      sign_in_name: string;
      name: string;
      password_hash: string;
      failures: number;
      locked_until: Date | null;
      active: boolean;
      password_due: Generated<boolean>;
    };
    officer_roles: { officer_id: string; role: RoleName; agency_id: string };
    sessions: {
      token_digest: string;
      officer_id: string;
      opened_at: Date;
      seen_at: Date;
      browser: string;
      address: string;
      way: SignInWay;
      provider_answer: string | null;
    };
    setup_links: { token_digest: string; made_at: Date; used_at: Date | null };
  }
}

export interface NewOfficer {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly signInName: string;
  readonly name: string;
  readonly passwordHash: string;
  /** [SEC-53] Somebody else chose it. */
  readonly passwordDue?: boolean;
  readonly roles: readonly { readonly role: RoleName; readonly agencyId: AgencyId }[];
}

export interface Credentials extends SignInRecord {
  readonly officerId: string;
  readonly passwordHash: string;
  /** [SEC-53] Somebody else chose it, so it opens nothing but the choice of another. */
  readonly passwordDue: boolean;
}

export async function addAgency(tx: Tx, agency: Agency): Promise<void> {
  await tx
    .insertInto('agencies')
    .values({
      id: agency.id,
      parent_id: agency.parentId,
      name: agency.name,
      kind: agency.kind,
      credit_code: agency.creditCode,
      contact: agency.contact,
      founded_on: agency.foundedOn ?? null,
    })
    .execute();
}

export async function saveFounding(tx: Tx, { id, foundedOn }: Pick<Agency, 'id' | 'foundedOn'>): Promise<void> {
  await tx
    .updateTable('agencies')
    .set({ founded_on: foundedOn ?? null })
    .where('id', '=', id)
    .execute();
}

/** In the order in which officials list them. */
export async function listAgencies(db: Db): Promise<Agency[]> {
  const rows = await db.selectFrom('agencies').selectAll().execute();
  const agencies = rows.map((r) => ({
    id: r.id,
    parentId: r.parent_id,
    name: r.name,
    kind: r.kind,
    creditCode: r.credit_code,
    contact: r.contact,
    ...(r.founded_on === null ? {} : { foundedOn: r.founded_on }),
    ...(r.ended_on === null ? {} : { ended: { on: r.ended_on, successors: r.successors } }),
    ...(r.former_names.length === 0 ? {} : { formerNames: r.former_names }),
  }));
  return inOrder(agencies);
}

export async function addOfficer(tx: Tx, officer: NewOfficer): Promise<void> {
  await tx
    .insertInto('officers')
    .values({
      id: officer.id,
      agency_id: officer.agencyId,
      sign_in_name: officer.signInName,
      name: officer.name,
      password_hash: officer.passwordHash,
      failures: 0,
      locked_until: null,
      active: true,
      password_due: officer.passwordDue ?? false,
    })
    .execute();
  const roles = officer.roles.map((r) => ({ officer_id: officer.id, role: r.role, agency_id: r.agencyId }));
  if (roles.length > 0) await tx.insertInto('officer_roles').values(roles).execute();
}

export async function countOfficers(db: Db): Promise<number> {
  const row = await db
    .selectFrom('officers')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Locks the officer's row: two tries at once are counted as two. */
export async function lockCredentials(tx: Tx, signInName: string): Promise<Credentials | undefined> {
  return readCredentials(tx, 'sign_in_name', signInName);
}

async function readCredentials(tx: Tx, by: 'id' | 'sign_in_name', value: string): Promise<Credentials | undefined> {
  const row = await tx
    .selectFrom('officers')
    .select(['id', 'password_hash', 'password_due', 'failures', 'locked_until'])
    .where(by, '=', value)
    .where('active', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    officerId: row.id,
    passwordHash: row.password_hash,
    passwordDue: row.password_due,
    failures: row.failures,
    lockedUntil: row.locked_until,
  };
}

export async function saveSignInRecord(tx: Tx, officerId: string, record: SignInRecord): Promise<void> {
  await tx
    .updateTable('officers')
    .set({ failures: record.failures, locked_until: record.lockedUntil })
    .where('id', '=', officerId)
    .execute();
}

/** Locks the row: two tries at once are counted as two. */
export async function lockCredentialsOf(tx: Tx, officerId: string): Promise<Credentials | undefined> {
  return readCredentials(tx, 'id', officerId);
}

/** The officer behind a session within the window, with the rights lent to him that day; undefined when there is none. */
export async function actorOfSession(
  db: Db,
  tokenDigest: string,
  { seenAfter, openedAfter }: SessionWindow,
  on: CivilDate,
): Promise<OfficerActor | undefined> {
  const officer = await db
    .selectFrom('sessions')
    .innerJoin('officers', 'officers.id', 'sessions.officer_id')
    .select(['officers.id', 'officers.name', 'officers.agency_id'])
    .where('token_digest', '=', tokenDigest)
    .where('seen_at', '>', seenAfter)
    .where('opened_at', '>', openedAfter)
    .where('active', '=', true)
    .executeTakeFirst();
  return officer && loadActor(db, officer, on);
}

export async function touchSession(db: Db, tokenDigest: string, at: Date): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: at }).where('token_digest', '=', tokenDigest).execute();
}

/** The officer as an actor on that day, rights expanded to subtrees; undefined when unknown or no longer active. */
export async function actorOf(db: Db, officerId: string, on: CivilDate): Promise<OfficerActor | undefined> {
  const officer = await db
    .selectFrom('officers')
    .select(['id', 'name', 'agency_id'])
    .where('id', '=', officerId)
    .where('active', '=', true)
    .executeTakeFirst();
  return officer && loadActor(db, officer, on);
}

/** 姓名 by hand, for those who read what was done: “张三（代李四）” of a deputy [SEC-34]; whoever is not an officer is missing. */
export async function namesOfOfficers(db: Db, hands: readonly Hand[]): Promise<ReadonlyMap<Hand, string>> {
  const ids = [...new Set(hands.flatMap(personsIn))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('officers').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const known = hands.flatMap((hand): [Hand, string][] => {
    const [doer, principal] = personsIn(hand).map((id) => names.get(id));
    if (!doer) return [];
    return [[hand, principal ? nameOfDeputy(doer, principal) : doer]];
  });
  return new Map(known);
}

/** 在岗人员: who holds one of the roles at an agency, there or from above. */
export type Holders = (roles: readonly RoleName[], agencyId: AgencyId) => readonly string[];

/** With the deputies of the day, named with those they stand in for. */
export async function holdersOfRoles(db: Db, on: CivilDate): Promise<Holders> {
  const agencies = await listAgencies(db);
  const held = await db
    .selectFrom('officer_roles')
    .innerJoin('officers', 'officers.id', 'officer_roles.officer_id')
    .select(['officers.name', 'role', 'officer_roles.agency_id as agencyId'])
    .where('active', '=', true)
    .orderBy('officers.name')
    .execute();
  const lent = await rightsLent(db, on);
  const all = [...held, ...lent.map((one) => ({ ...one, name: nameOfDeputy(one.deputy, one.principal) }))];
  const reaching = all.map(({ name, role, agencyId }) => ({ name, role, reach: reachedFrom(agencyId, agencies) }));
  return (roles, agencyId) => [
    ...new Set(
      reaching.filter(({ role, reach }) => roles.includes(role) && reach.includes(agencyId)).map(({ name }) => name),
    ),
  ];
}

async function loadActor(
  db: Db,
  { id, name, agency_id }: { id: string; name: string; agency_id: string },
  on: CivilDate,
): Promise<OfficerActor> {
  const [agencies, rights, lent] = await Promise.all([
    listAgencies(db),
    db.selectFrom('officer_roles').select(['role', 'agency_id as agencyId']).where('officer_id', '=', id).execute(),
    rightsLent(db, on, id),
  ]);
  return withRightsLent(
    { kind: 'officer', id, name, agencyId: agency_id, reach: reachOf(rights, agencies) },
    lent,
    agencies,
  );
}

/** Earlier links that nobody used lose their force. */
export async function offerSetupLink(tx: Tx, tokenDigest: string, at: Date): Promise<void> {
  await tx.deleteFrom('setup_links').where('used_at', 'is', null).execute();
  await tx.insertInto('setup_links').values({ token_digest: tokenDigest, made_at: at, used_at: null }).execute();
}

/** Uses up the link. @returns false when it is unknown or was used before */
export async function useSetupLink(tx: Tx, tokenDigest: string, at: Date): Promise<boolean> {
  const used = await tx
    .updateTable('setup_links')
    .set({ used_at: at })
    .where('token_digest', '=', tokenDigest)
    .where('used_at', 'is', null)
    .returning('token_digest')
    .executeTakeFirst();
  return used !== undefined;
}
