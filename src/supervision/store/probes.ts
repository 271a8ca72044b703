/** 定时访问和结论的存取. */
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Judged, Told } from '../alerts.ts';
import type { Probe } from '../checks/availability.ts';
import type { HomeSeen } from '../checks/home-freshness.ts';
import type { IndicatorName } from '../indicators.ts';
import type { Verdict, VerdictName } from '../verdict.ts';

declare module '../../platform/database.ts' {
  interface Database {
    site_probes: { site_id: string; at: Date; result: Probe['result']; millis: number };
    home_pages_seen: { site_id: string; day: CivilDate; entries: readonly string[] };
    site_verdicts: {
      site_id: string;
      indicator: IndicatorName;
      state: VerdictName;
      says: string;
      days_left: number | null;
      judged_on: CivilDate;
      told_state: VerdictName;
      told_on: CivilDate;
    };
  }
}

export async function addProbe(tx: Tx, siteId: string, { at, result, millis }: Probe): Promise<void> {
  await tx
    .insertInto('site_probes')
    .values({ site_id: siteId, at, result, millis: Math.round(millis) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function lastProbe(db: Db, siteId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('site_probes')
    .select('at')
    .where('site_id', '=', siteId)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return row?.at;
}

export async function probesSince(db: Db, siteId: string, since: Date): Promise<Probe[]> {
  return db
    .selectFrom('site_probes')
    .select(['at', 'result', 'millis'])
    .where('site_id', '=', siteId)
    .where('at', '>=', since)
    .orderBy('at')
    .execute();
}

/** What stood on the home page on a day, all looks of the day together. */
export async function addHomeSeen(tx: Tx, siteId: string, day: CivilDate, entries: readonly string[]): Promise<void> {
  const known = await tx
    .selectFrom('home_pages_seen')
    .select('entries')
    .where('site_id', '=', siteId)
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirst();
  const all = [...new Set([...(known?.entries ?? []), ...entries])];
  await tx
    .insertInto('home_pages_seen')
    .values({ site_id: siteId, day, entries: all })
    .onConflict((conflict) => conflict.columns(['site_id', 'day']).doUpdateSet({ entries: all }))
    .execute();
}

export async function homesSeen(db: Db, siteId: string): Promise<HomeSeen[]> {
  return db
    .selectFrom('home_pages_seen')
    .select(['day', 'entries'])
    .where('site_id', '=', siteId)
    .orderBy('day')
    .execute();
}

export async function toldOf(db: Db, siteId: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('site_verdicts')
    .select(['indicator', 'told_state', 'told_on'])
    .where('site_id', '=', siteId)
    .execute();
  return rows.map(({ indicator, told_state, told_on }) => ({ indicator, state: told_state, on: told_on }));
}

/** What is known to have been told is left as it is: telling is a matter of its own. */
export async function saveVerdicts(tx: Tx, siteId: string, judged: readonly Judged[], today: CivilDate): Promise<void> {
  for (const { indicator, verdict } of judged) {
    const row = { state: verdict.state, says: verdict.says, days_left: verdict.daysLeft ?? null, judged_on: today };
    await tx
      .insertInto('site_verdicts')
      .values({ site_id: siteId, indicator, ...row, told_state: 'fine', told_on: today })
      .onConflict((conflict) => conflict.columns(['site_id', 'indicator']).doUpdateSet(row))
      .execute();
  }
}

export async function markTold(tx: Tx, siteId: string, told: readonly Told[]): Promise<void> {
  for (const { indicator, state, on } of told)
    await tx
      .updateTable('site_verdicts')
      .set({ told_state: state, told_on: on })
      .where('site_id', '=', siteId)
      .where('indicator', '=', indicator)
      .execute();
}

export async function verdictsOf(
  db: Db,
  siteId: string,
): Promise<{ indicator: IndicatorName; verdict: Verdict; on: CivilDate }[]> {
  const rows = await db
    .selectFrom('site_verdicts')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('indicator')
    .execute();
  return rows.map(({ indicator, state, says, days_left, judged_on }) => ({
    indicator,
    verdict: { state, says, ...(days_left === null ? {} : { daysLeft: days_left }) },
    on: judged_on,
  }));
}
