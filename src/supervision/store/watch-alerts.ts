/**
 * 监测的告知 [SUP-39, SUP-62]: what the watch has found, told through the outbox. The first telling of a day is one message for all sites of an agency; at night
 * nothing is said. What happened while the server was off is told as it stands now.
 */
import type { AgencyId } from '../../people/agency.ts';
import { type House, inTransaction, TELL } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { queueWork } from '../../platform/outbox/outbox.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { alertLine, alertsOf, isQuiet, type Judged, toldNow } from '../alerts.ts';
import { SUPERVISION_NOTICES, type SupervisionNoticeName } from '../notices.ts';
import type { WatchedSite } from '../site.ts';
import { VERDICTS } from '../verdict.ts';
import { markTold, toldOf, verdictsOf } from './probes.ts';
import { watchedSites } from './sites.ts';

declare module '../../platform/database.ts' {
  interface Database {
    watch_digests: { agency_id: string; day: CivilDate };
  }
}

const SOON_WORKDAYS = 2;

interface Line {
  readonly says: string;
  readonly rank: number;
}

/** @returns how many messages were queued */
export async function tellOfWatch(house: House): Promise<number> {
  if (isQuiet(house.now())) return 0;
  const byAgency = new Map<AgencyId, WatchedSite[]>();
  for (const site of await watchedSites(house.db))
    byAgency.set(site.agencyId, [...(byAgency.get(site.agencyId) ?? []), site]);
  let queued = 0;
  for (const [agencyId, sites] of byAgency)
    if (await inTransaction(house.db, (tx) => tellAgency(tx, house, agencyId, sites))) queued += 1;
  return queued;
}

async function tellAgency(
  tx: Tx,
  { now, newId, calendar }: House,
  agencyId: AgencyId,
  sites: readonly WatchedSite[],
): Promise<boolean> {
  const [at, today] = [now(), civilDateAt(now())];
  // One telling of an agency at a time, so that no two servers say the same.
  await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().execute();
  const digestIsOut = await isDigestOut(tx, agencyId, today);
  const lines: Line[] = [];
  for (const site of sites) lines.push(...(await alertsOfSite(tx, site, digestIsOut, today)));
  lines.sort((a, b) => b.rank - a.rank);
  const due = digestIsOut ? NOTHING_DUE : await ticketsDue(tx, agencyId, today, calendar());
  if (lines.length === 0 && due.soon + due.late === 0) return false;
  if (!digestIsOut) await tx.insertInto('watch_digests').values({ agency_id: agencyId, day: today }).execute();
  const kind: SupervisionNoticeName = digestIsOut ? 'watchAlert' : 'watchDigest';
  const body = {
    ...{ kind, subject: agencyId, agencyId },
    to: { kind: 'roles', roles: SUPERVISION_NOTICES[kind].heardBy, agencyId, except: [] },
    particulars: { first: lines[0]?.says ?? '', count: lines.length, ...due },
  };
  await queueWork(tx, [{ id: newId(), work: TELL, agencyId, body }], at);
  return true;
}

async function alertsOfSite(tx: Tx, site: WatchedSite, digestIsOut: boolean, today: CivilDate): Promise<Line[]> {
  const judged: readonly Judged[] = toldNow(await verdictsOf(tx, site.id), digestIsOut);
  const { tell, told } = alertsOf(judged, await toldOf(tx, site.id), today);
  await markTold(tx, site.id, told);
  return tell.map((one) => ({ says: alertLine(site.name, one), rank: VERDICTS[one.verdict.state].rank }));
}

async function isDigestOut(db: Db, agencyId: AgencyId, day: CivilDate): Promise<boolean> {
  const row = await db
    .selectFrom('watch_digests')
    .select('day')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row !== undefined;
}

const NOTHING_DUE = { soon: 0, late: 0 };

/** 待整改的 whose day is near or over; on days off nobody is asked to mend. */
async function ticketsDue(db: Db, agencyId: AgencyId, today: CivilDate, calendar: WorkCalendar) {
  if (!calendar.isWorkday(today)) return NOTHING_DUE;
  const rows = await db
    .selectFrom('rectification_tickets')
    .select('due_on')
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'open')
    .where('due_on', '<=', addWorkdays(today, SOON_WORKDAYS, calendar))
    .execute();
  const late = rows.filter(({ due_on }) => due_on < today).length;
  return { soon: rows.length - late, late };
}
