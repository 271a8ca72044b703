/** 本人的联系方式, sealed: a copy of the database tells nobody's number. */
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import { NO_CONTACT, type OfficerContact } from '../contact.ts';
import '../store.ts';

declare module '../../platform/database.ts' {
  interface Database {
    officer_contacts: { officer_id: string; sealed: string; by_mail: string[]; by_sms: string[] };
  }
}

export async function contactOf(db: Db, officerId: string, keys: Pick<KeyRing, 'open'>): Promise<OfficerContact> {
  const row = await db
    .selectFrom('officer_contacts')
    .selectAll()
    .where('officer_id', '=', officerId)
    .executeTakeFirst();
  if (!row) return NO_CONTACT;
  const reached = JSON.parse(keys.open(row.sealed, sealedFor(officerId))) as Pick<OfficerContact, 'email' | 'mobile'>;
  return { ...reached, byMail: row.by_mail, bySms: row.by_sms };
}

/** By officer: what he has sent to him by mail and by SMS; whoever has chosen nothing is missing. */
export async function waysOf(
  db: Db,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<OfficerContact, 'byMail' | 'bySms'>>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('officer_contacts')
    .select(['officer_id', 'by_mail', 'by_sms'])
    .where('officer_id', 'in', officerIds)
    .execute();
  return new Map(rows.map((row) => [row.officer_id, { byMail: row.by_mail, bySms: row.by_sms }]));
}

export async function saveContact(
  tx: Tx,
  officerId: string,
  { email, mobile, byMail, bySms }: OfficerContact,
  keys: Pick<KeyRing, 'seal'>,
): Promise<void> {
  const sealed = keys.seal(JSON.stringify({ email, mobile }), sealedFor(officerId));
  const row = { sealed, by_mail: [...byMail], by_sms: [...bySms] };
  await tx
    .insertInto('officer_contacts')
    .values({ officer_id: officerId, ...row })
    .onConflict((on) => on.column('officer_id').doUpdateSet(row))
    .execute();
}

function sealedFor(officerId: string): string {
  return `officer_contacts/${officerId}`;
}

export const SEALED_CONTACTS: SealedColumn = {
  table: 'officer_contacts',
  row: 'officer_id',
  column: 'sealed',
  contextOf: sealedFor,
};
