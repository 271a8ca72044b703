/** 一季度的记录 of a site, as the self-check reads them. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database.ts';
import { addDays } from '../../statute/civil-date.ts';
import type { FindingKindName } from '../finding-kinds.ts';
import type { Quarter, QuarterRecords } from '../self-check/quarter.ts';
import type { WatchedSite } from '../site.ts';
import { homesSeen, probesSince, verdictsOf } from './probes.ts';
import { columnsSeen } from './round-results.ts';

export async function quarterRecords(
  db: Db,
  { id, agencyId }: WatchedSite,
  { first, last }: Quarter,
  mistakes: QuarterRecords['mistakes'],
): Promise<QuarterRecords> {
  const probes = await probesSince(db, id, new Date(`${addDays(first, -7)}T00:00:00+08:00`));
  const found = await db
    .selectFrom('site_findings')
    .where('site_id', '=', id)
    .where('agency_id', '=', agencyId)
    .where('state', '<>', 'accepted')
    .where('first_seen', '<=', last)
    .where((q) => q.or([q('state', '=', 'open'), q('last_seen', '>=', first)]))
    .groupBy('kind')
    .select(['kind', sql<number>`count(*)::int`.as('all')])
    .select(sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'))
    .execute();
  const walked = await db
    .selectFrom('crawl_rounds')
    .innerJoin('crawl_addresses', 'round_id', 'id')
    .select('id')
    .where('site_id', '=', id)
    // A round that was shut out of every page has looked at nothing.
    .where('status', 'is not', null)
    .where('grade', 'not in', ['notLooked', 'botWall'])
    .where('ended_at', '>=', new Date(`${first}T00:00:00+08:00`))
    .where('ended_at', '<', new Date(`${addDays(last, 1)}T00:00:00+08:00`))
    .limit(1)
    .executeTakeFirst();
  return {
    probes,
    homes: (await homesSeen(db, id)).filter(({ day }) => day <= last),
    found: new Map(found.map(({ kind, all, open }) => [kind as FindingKindName, { all, open }])),
    columns: await columnsSeen(db, id, first, last),
    walked: walked !== undefined,
    now: new Map((await verdictsOf(db, id)).map(({ indicator, verdict, on }) => [indicator, { verdict, on }])),
    mistakes,
  };
}
