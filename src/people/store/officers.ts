/** Officers as they are administered: looked up, listed, changed. Ending an account's sessions goes with what takes its rights away. */
import type { Db, Tx } from '../../platform/database.ts';
import type { OfficerRecord, Right } from '../administration.ts';
import type { AgencyId } from '../agency.ts';
import '../store.ts';

export async function listOfficers(db: Db, agencyIds: readonly AgencyId[]): Promise<OfficerRecord[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('officers')
    .select(['id', 'agency_id', 'name', 'sign_in_name', 'active'])
    .where('agency_id', 'in', agencyIds)
    .orderBy('active', 'desc')
    .orderBy('agency_id')
    .orderBy('sign_in_name')
    .execute();
  const rights = await rightsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toRecord(row, rights.get(row.id) ?? []));
}

export async function lockOfficer(tx: Tx, id: string): Promise<OfficerRecord | undefined> {
  const row = await tx
    .selectFrom('officers')
    .select(['id', 'agency_id', 'name', 'sign_in_name', 'active'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toRecord(row, (await rightsOf(tx, [id])).get(id) ?? []);
}

export async function isSignInNameTaken(db: Db, signInName: string): Promise<boolean> {
  const row = await db.selectFrom('officers').select('id').where('sign_in_name', '=', signInName).executeTakeFirst();
  return row !== undefined;
}

/** In office: the account is in use. */
export async function isActive(db: Db, officerId: string): Promise<boolean> {
  const row = await db.selectFrom('officers').select('active').where('id', '=', officerId).executeTakeFirst();
  return row?.active === true;
}

export async function signInNameOf(db: Db, officerId: string): Promise<string> {
  const row = await db
    .selectFrom('officers')
    .select('sign_in_name')
    .where('id', '=', officerId)
    .executeTakeFirstOrThrow();
  return row.sign_in_name;
}

/** Active officers other than this one who may give rights. Locked: two who take them from each other at once wait. */
export async function countOtherAdministrators(tx: Tx, officerId: string): Promise<number> {
  const rows = await tx
    .selectFrom('officers')
    .select('id')
    .where('active', '=', true)
    .where('id', 'in', (q) => q.selectFrom('officer_roles').select('officer_id').where('role', '=', 'securityAdmin'))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter(({ id }) => id !== officerId).length;
}

export async function saveOfficer(tx: Tx, officer: OfficerRecord): Promise<void> {
  await tx.updateTable('officers').set({ active: officer.active }).where('id', '=', officer.id).execute();
  await tx.deleteFrom('officer_roles').where('officer_id', '=', officer.id).execute();
  const rows = officer.rights.map(({ role, agencyId }) => ({ officer_id: officer.id, role, agency_id: agencyId }));
  if (rows.length > 0) await tx.insertInto('officer_roles').values(rows).execute();
}

/**
 * The new password counts from now on: what was counted against the old one is forgotten.
 * @param due [SEC-53] somebody else chose it
 */
export async function savePassword(tx: Tx, officerId: string, passwordHash: string, due = false): Promise<void> {
  await tx
    .updateTable('officers')
    .set({ password_hash: passwordHash, password_due: due, failures: 0, locked_until: null })
    .where('id', '=', officerId)
    .execute();
}

export async function closeSessionsOf(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('officer_id', '=', officerId).execute();
}

async function rightsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Right[]>> {
  const rights = new Map<string, Right[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return rights;
  const rows = await db
    .selectFrom('officer_roles')
    .selectAll()
    .where('officer_id', 'in', ids)
    .orderBy('role')
    .orderBy('agency_id')
    .execute();
  for (const { officer_id, role, agency_id } of rows) rights.get(officer_id)?.push({ role, agencyId: agency_id });
  return rights;
}

function toRecord(
  row: { id: string; agency_id: string; name: string; sign_in_name: string; active: boolean },
  rights: readonly Right[],
): OfficerRecord {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    signInName: row.sign_in_name,
    active: row.active,
    rights,
  };
}
