/** 申请人身份 (《个人信息保护法》第五十一条): sealed under the key file, bound to the file it belongs to; lists see a masked name. */
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import { type Applicant, addressed, type InfoRequest, maskedName, type RequestId } from '../info-request.ts';

export function sealApplicant(request: InfoRequest, applicant: Applicant, keys: Pick<KeyRing, 'seal' | 'digest'>) {
  return {
    request_id: request.id,
    agency_id: request.agencyId,
    sealed: keys.seal(JSON.stringify(applicant), contextOf(request.id)),
    masked_name: addressed({ ...applicant, name: maskedName(applicant.name, request.applicantKind) }),
    key_digest: keys.digest(sameness(applicant), 'applicants.key_digest'),
  };
}

/** The identity behind a file, for the officer who handles it; undefined when it was erased. */
export async function openApplicant(
  db: Db,
  id: RequestId,
  keys: Pick<KeyRing, 'open'>,
): Promise<Applicant | undefined> {
  const row = await db.selectFrom('applicants').select('sealed').where('request_id', '=', id).executeTakeFirst();
  return row && unsealed(row.sealed, id, keys);
}

export function unsealed(sealed: string, id: RequestId, keys: Pick<KeyRing, 'open'>): Applicant {
  return JSON.parse(keys.open(sealed, contextOf(id))) as Applicant;
}

/**
 * 同一申请人: same proof of identity; where none was given, same name and way to be reached. Blanks and letter case do not count.
 */
function sameness({ identity, name, phone, email, address }: Applicant): string {
  const known = /\d{6}/.test(identity) ? identity : [name, phone, email, address].join('|');
  return known.replace(/[^\p{L}\p{N}|]/gu, '').toUpperCase();
}

function contextOf(id: RequestId): string {
  return `applicants/${id}`;
}

export const SEALED_APPLICANTS: SealedColumn = {
  table: 'applicants',
  row: 'request_id',
  column: 'sealed',
  contextOf,
};
