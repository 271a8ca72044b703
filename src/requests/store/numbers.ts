/** Giving out numbers. The row of a series stays locked until the act commits, and a refused act gives its number back. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { numberText, queryNumberText, type SeriesName } from '../numbers.ts';

/** The next number of a series, passing over those that files carried over have brought from paper. */
export async function takeNumber(
  tx: Tx,
  agencyId: AgencyId,
  mark: string,
  series: SeriesName,
  year: number,
): Promise<string> {
  for (;;) {
    const { last } = await tx
      .insertInto('number_series')
      .values({ agency_id: agencyId, kind: series, year, last: 1 })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'kind', 'year']).doUpdateSet({ last: sql`number_series.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    const number = numberText(mark, series, year, last);
    if (series !== 'application' || !(await numberInUse(tx, agencyId, number))) return number;
  }
}

export async function takeQueryNumber(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('request_query_numbers') as n`.execute(tx);
  return queryNumberText(year, rows[0]!.n);
}

export async function numberInUse(db: Db, agencyId: AgencyId, number: string): Promise<boolean> {
  const found = await db
    .selectFrom('info_requests')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .executeTakeFirst();
  return found !== undefined;
}

/** 机关代字, or the name of an agency that has none; undefined when there is no such agency. */
export async function markOf(db: Db, agencyId: AgencyId): Promise<string | undefined> {
  const row = await db.selectFrom('agency_marks').select('mark').where('agency_id', '=', agencyId).executeTakeFirst();
  return row?.mark ?? (await listAgencies(db)).find((agency) => agency.id === agencyId)?.name;
}

export async function setAgencyMark(tx: Tx, agencyId: AgencyId, mark: string): Promise<void> {
  await tx
    .insertInto('agency_marks')
    .values({ agency_id: agencyId, mark })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ mark }))
    .execute();
}
