/** 索引号流水 [PUB-2]. */
import type { AgencyId } from '../../people/agency.ts';
import type { Tx } from '../../platform/database.ts';
import './tables.ts';

/** The next serial of an agency's year; the row stays locked until the transaction ends, so two acts never get the same. */
export async function nextSerial(tx: Tx, agencyId: AgencyId, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('index_serials')
    .values({ agency_id: agencyId, year, last: 1 })
    .onConflict((c) => c.columns(['agency_id', 'year']).doUpdateSet((q) => ({ last: q('index_serials.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
