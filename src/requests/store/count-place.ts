/** 当月第几件 [FEE-5]: who is the same applicant is told by the digest of his identity, which nobody can read back. */
import type { Db } from '../../platform/database.ts';
import { addMonths, civilFromParts, partsOf } from '../../statute/civil-date.ts';
import { type PlaceInMonth, placeInMonth } from '../fees/place-in-month.ts';
import type { RequestId } from '../info-request.ts';
import { factsByFile } from './lists.ts';
import { toRequest } from './tables.ts';

/** @returns null when the identity was erased, or the application is not received yet */
export async function countPlace(db: Db, id: RequestId): Promise<PlaceInMonth | null> {
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
    .where('a.agency_id', '=', own.agency_id)
    .where('a.key_digest', '=', own.key_digest)
    .where('r.received_on', '>=', first)
    .where('r.received_on', '<', addMonths(first, 1))
    .execute();
  const facts = await factsByFile(
    db,
    rows.map((row) => row.id),
  );
  return placeInMonth(
    id,
    rows.map((row) => ({ request: toRequest(row), facts: facts.get(row.id) ?? [] })),
  );
}
