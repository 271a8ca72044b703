/** 索引号流水 [PUB-2]. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Tx } from '../../platform/database.ts';
import './tables.ts';

export interface Numbering {
  readonly creditCode: string | null;
  readonly serial: number;
}

/**
 * The credit code of the agency and the next serial of its year; the row stays locked until the transaction ends, so two acts
 * never get the same. Undefined when there is no such agency.
 */
export async function nextNumbering(tx: Tx, agencyId: AgencyId, year: number): Promise<Numbering | undefined> {
  return tx
    .insertInto('index_serials')
    .columns(['agency_id', 'year', 'last'])
    .expression((q) =>
      q
        .selectFrom('agencies')
        .select(['id', sql<number>`${year}::integer`.as('year'), sql<number>`1`.as('last')])
        .where('id', '=', agencyId),
    )
    .onConflict((c) => c.columns(['agency_id', 'year']).doUpdateSet((q) => ({ last: q('index_serials.last', '+', 1) })))
    .returning((q) => [
      'last as serial',
      q.selectFrom('agencies').select('credit_code').whereRef('id', '=', 'index_serials.agency_id').as('creditCode'),
    ])
    .executeTakeFirst();
}
