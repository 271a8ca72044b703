/** 到期的检查 [SUP-53]: each listed site walked once a week, its findings kept; tickets reported as mended looked at again. What a sweep does not finish the next one does. */
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { wordsFor } from '../../review/store.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { SiteRules } from '../seen-page.ts';
import { hostsOf, type WatchedSite } from '../site.ts';
import { findingsOfSite, findTicket, noteNotLooked, ticketsToRecheck } from '../store/findings.ts';
import { knownTitles, notLookedAt, roundMarks } from '../store/round-results.ts';
import { beginRound, lastRound, openRound } from '../store/rounds.ts';
import { watchedSites } from '../store/sites.ts';
import { roundStairs, ticketStairs } from '../store/stairs.ts';
import { CRAWL_DEFAULTS, type CrawlSettings, crawlSite } from './crawl/crawl-site.ts';
import type { ReadFile } from './crawl/look-at.ts';
import type { FetchPage } from './fetch-page.ts';
import { judgeColumns } from './judge-columns.ts';
import { lookAgain, type StillThere } from './recheck.ts';

export interface Watch {
  readonly house: House;
  readonly fetchPage: FetchPage;
  readonly readFile: ReadFile;
  /** Otherwise than by default, as tests need. */
  readonly crawl?: Partial<CrawlSettings>;
}

const WEEK_MS = 7 * 86_400_000;

/** @returns ids of the sites whose round came to its end */
export async function walkDueSites(watch: Watch, stop?: AbortSignal): Promise<string[]> {
  const ended: string[] = [];
  for (const site of await watchedSites(watch.house.db)) {
    if (stop?.aborted) break;
    if ((await isDue(watch.house, site)) && (await walkSite(watch, site, stop))) ended.push(site.id);
  }
  return ended;
}

async function isDue({ db, now }: House, { id }: WatchedSite): Promise<boolean> {
  if (await openRound(db, id)) return true;
  const last = await lastRound(db, id);
  return !last || now().getTime() - last.endedAt.getTime() >= WEEK_MS;
}

export async function walkSite(
  { house, fetchPage, readFile, crawl }: Watch,
  site: WatchedSite,
  stop?: AbortSignal,
): Promise<boolean> {
  const { db, now } = house;
  let round = (await openRound(db, site.id))?.id;
  if (round === undefined) {
    const id = house.newId();
    await db.transaction().execute((tx) => beginRound(tx, { id, siteId: site.id, at: now() }, site.address));
    round = id;
  }
  const settings = { ...CRAWL_DEFAULTS, today: civilDateAt(now()), now, readFile, ...crawl, ...(stop ? { stop } : {}) };
  if (!(await crawlSite(db, fetchPage, site, round, settings))) return false;
  const notLooked = await notLookedAt(db, round);
  // Where the home page did not open the round has seen nothing of the site, and nothing on it counts as mended.
  if (notLooked.has(new URL(site.address).href))
    for (const { url } of await findingsOfSite(db, site.id)) notLooked.add(url);
  const seen = { marks: await roundMarks(db, round), notLooked };
  const kept = await perform(house, roundStairs, SYSTEM, { verb: 'keepRound', siteId: site.id, roundId: round, seen });
  if (isRefusal(kept)) return false;
  await judgeColumns(house, site.id);
  return true;
}

const TICKETS_AT_ONCE = 20;

/** @returns how many tickets were looked at again */
export async function recheckTickets(watch: Watch): Promise<number> {
  const { house, fetchPage } = watch;
  const ids = await ticketsToRecheck(house.db, house.now(), TICKETS_AT_ONCE);
  for (const ticketId of ids) {
    const file = await findTicket(house.db, ticketId);
    const [site] = file ? await watchedSites(house.db, [file.ticket.siteId]) : [];
    if (!file || !site) continue;
    const settings = await lookSettings(watch, site);
    const found: Record<StillThere, string[]> = { still: [], gone: [], notLooked: [] };
    for (const finding of file.findings.filter(({ state }) => state !== 'accepted'))
      found[await lookAgain(finding, fetchPage, settings)].push(finding.id);
    await perform(house, ticketStairs, SYSTEM, {
      verb: 'recheck',
      ticketId,
      still: found.still,
      notLooked: found.notLooked,
    });
    const missed = found.still.length === 0 && found.notLooked.length > 0;
    await house.db.transaction().execute((tx) => noteNotLooked(tx, ticketId, missed ? house.now() : null));
  }
  return ids.length;
}

async function lookSettings({ house, readFile, crawl }: Watch, site: WatchedSite) {
  const { timeoutMs, slowMs, heavyBytes } = { ...CRAWL_DEFAULTS, ...crawl };
  const rules: SiteRules = {
    hosts: hostsOf(site),
    scriptHosts: new Set(site.scriptHosts),
    slowMs,
    heavyBytes,
    columns: site.columns,
    words: await wordsFor(house.db, site.agencyId),
  };
  return {
    site: rules,
    home: site.address,
    today: civilDateAt(house.now()),
    timeoutMs,
    readFile,
    titles: await knownTitles(house.db, site.id),
    unmade: undefined,
  };
}
