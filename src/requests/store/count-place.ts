/**
 * 当月第几件 [FEE-5]: who is the same applicant is told by the digest of his identity, which nobody can read back. Where the names differ [FEE-16], the
 * count says so; the names are compared here and leave masked.
 */
import type { Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { addMonths, civilFromParts, partsOf } from '../../statute/civil-date.ts';
import { type PlaceInMonth, placeInMonth } from '../fees/place-in-month.ts';
import { isSameName, type RequestId } from '../info-request.ts';
import { unsealed } from './applicants.ts';
import { factsByFile } from './lists.ts';
import { toRequest } from './tables.ts';

/** @returns null when the identity was erased, or the application is not received yet */
export async function countPlace(db: Db, id: RequestId, keys: Pick<KeyRing, 'open'>): Promise<PlaceInMonth | null> {
  const own = await db
    .selectFrom('info_requests as r')
    .innerJoin('applicants as a', 'a.request_id', 'r.id')
    .select(['r.received_on', 'a.agency_id', 'a.key_digest'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!own?.received_on) return null;
  const { year, month } = partsOf(own.received_on);
  const first = civilFromParts(year, month, 1);
  const rows = await db
    .selectFrom('info_requests as r')
    .innerJoin('applicants as a', 'a.request_id', 'r.id')
    .selectAll('r')
    .select(['a.sealed', 'a.masked_name'])
    .where('a.agency_id', '=', own.agency_id)
    .where('a.key_digest', '=', own.key_digest)
    .where('r.received_on', '>=', first)
    .where('r.received_on', '<', addMonths(first, 1))
    .execute();
  const facts = await factsByFile(
    db,
    rows.map((row) => row.id),
  );
  const all = rows.map(({ sealed, masked_name, ...row }) => {
    const request = toRequest(row);
    const named = { ...unsealed(sealed, row.id, keys), applicantKind: request.applicantKind };
    return { request, facts: facts.get(row.id) ?? [], named, maskedName: masked_name };
  });
  const self = all.find(({ request }) => request.id === id)!.named;
  return placeInMonth(
    id,
    all.map(({ named, maskedName, ...one }) => ({
      ...one,
      ...(!isSameName(named, self) && { otherName: maskedName }),
    })),
  );
}
