/**
 * 全站检查 [SUP-24…SUP-28]: walks a site from its home page, every address once, kept in the database as it goes. Stopped at any moment, it goes on from where
 * it was. What looks broken or slow is looked at a second time before it is told.
 */
import type { Db } from '../../../platform/database.ts';
import { wordsFor } from '../../../review/store.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import { heavyPage } from '../../checks/slow-page.ts';
import { comparable } from '../../checks/soft-missing.ts';
import type { Looked, SeenLink, Waiting } from '../../crawl-round.ts';
import type { FindingKindName } from '../../finding-kinds.ts';
import { readPage } from '../../read-page.ts';
import { markOf, type SiteRules } from '../../seen-page.ts';
import { hostsOf, type WatchedSite } from '../../site.ts';
import { brokenAnchors, heavyPages, knownTitles, rememberTitles } from '../../store/round-results.ts';
import { addMarks, endRound, keepProgress, takeUp } from '../../store/rounds.ts';
import type { FetchPage } from '../fetch-page.ts';
import { decodePage } from './decode-page.ts';
import { HostLanes, isLate, type Lane } from './host-lanes.ts';
import { type Look, type LookSettings, lookAt, type ReadFile } from './look-at.ts';
import { robotsOf } from './robots.ts';
import { Alike, folderOf, isTrap, LONGEST } from './roles.ts';

export interface CrawlSettings {
  readonly today: CivilDate;
  readonly now: () => Date;
  readonly timeoutMs: number;
  readonly slowMs: number;
  readonly heavyBytes: number;
  /** Looks under way at once, over all hosts. */
  readonly most: number;
  readonly own: Lane;
  readonly others: Lane;
  readonly maxAddresses: number;
  readonly readFile: ReadFile;
  readonly stop?: AbortSignal;
}

export const CRAWL_DEFAULTS = {
  timeoutMs: 15_000,
  slowMs: 3_000,
  heavyBytes: 8 * 1_048_576,
  most: 24,
  own: { parallel: 8, gapMs: 0, patienceMs: 500, hanging: 32 },
  others: { parallel: 1, gapMs: 1_000 },
  maxAddresses: 100_000,
} as const;

/** Connections to one host that all of these may need. */
export const CONNECTIONS = 96;

/** @returns whether the round came to its end */
export async function crawlSite(
  db: Db,
  fetchPage: FetchPage,
  site: WatchedSite,
  roundId: string,
  settings: CrawlSettings,
): Promise<boolean> {
  const hosts = hostsOf(site);
  const rules: SiteRules = {
    ...{ ...settings, hosts, scriptHosts: new Set(site.scriptHosts), columns: site.columns },
    words: await wordsFor(db, site.agencyId),
  };
  const { waiting, known: before } = await takeUp(db, roundId);
  const known = new Set(before);
  const robots = robotsOf(fetchPage, { timeoutMs: settings.timeoutMs, maxBytes: 100_000 });
  const look: LookSettings = {
    site: rules,
    home: new URL(site.address).href,
    today: settings.today,
    timeoutMs: settings.timeoutMs,
    readFile: settings.readFile,
    titles: await knownTitles(db, site.id),
    unmade: await unmadePage(fetchPage, site.address, roundId, settings.timeoutMs),
  };
  const keep = keeper(db, roundId, settings.now);
  const again = new Set<string>();
  const times = new Map<string, number>();
  const alike = new Alike();

  const lanes = new HostLanes<Waiting>(visit, laneOf, settings.most, folderOf);
  for (const one of waiting) lanes.add(new URL(one.url).origin, one);
  settings.stop?.addEventListener('abort', () => lanes.stop(), { once: true });
  await lanes.ended();
  await keep.all();
  if (settings.stop?.aborted) return false;
  await conclude();
  return true;

  async function visit(one: Waiting): Promise<void> {
    const { allows } = await robots(new URL(one.url).origin);
    if (!allows(one.url)) return keep.looked(notLooked(one.url, '网站的 robots.txt 请机器不要查看。'));
    if (alike.isEndless(one.url)) return keep.looked(notLooked(one.url, '同样的网页太多，没有一一查看。'));
    const { seen, twice } = await lookWithPatience(one);
    if (seen.sameness !== undefined) alike.saw(one.url, seen.sameness);
    if (!twice && !again.has(one.url) && mayPass(seen.looked)) {
      again.add(one.url);
      return lanes.add(new URL(one.url).origin, one, true);
    }
    again.delete(one.url);
    for (const link of seen.links) keep.link(link);
    for (const next of seen.found) discover(next);
    await keep.looked(seen.looked);
  }

  /** What has not come when a quarter of its time is over is asked for once more beside it, where the host may be asked so; of the two the better counts. */
  async function lookWithPatience(one: Waiting): Promise<{ seen: Look; twice: boolean }> {
    const first = lookAt(one, fetchPage, look);
    const { patienceMs } = await laneOf(new URL(one.url).origin);
    if (patienceMs === undefined || !(await isLate(first, settings.timeoutMs / 4)))
      return { seen: await first, twice: false };
    const [earlier, later] = await Promise.all([first, lookAt(one, fetchPage, look)]);
    return { seen: mayPass(earlier.looked) ? later : earlier, twice: true };
  }

  function discover(next: Waiting): void {
    if (known.has(next.url)) return;
    known.add(next.url);
    const { origin, pathname } = new URL(next.url);
    const before = times.get(origin + pathname) ?? 0;
    times.set(origin + pathname, before + 1);
    if (isTrap(next, before + 1) || alike.isEndless(next.url) || known.size > settings.maxAddresses) {
      keep.leaveOut();
      return;
    }
    keep.found(next);
    lanes.add(origin, next);
  }

  async function laneOf(origin: string): Promise<Lane> {
    const lane = site.own && hosts.has(new URL(origin).host) ? settings.own : settings.others;
    const { delaySeconds } = await robots(origin);
    return delaySeconds > 0 ? { parallel: 1, gapMs: Math.max(lane.gapMs, delaySeconds * 1_000) } : lane;
  }

  async function conclude(): Promise<void> {
    const places = await brokenAnchors(db, roundId);
    const heavy = await heavyPages(db, roundId, settings.heavyBytes);
    await db.transaction().execute(async (tx) => {
      await addMarks(tx, roundId, [
        ...places.map(({ target, fragment }) =>
          markOf('brokenAnchor', target, `页内没有“${fragment}”这个位置。`, fragment),
        ),
        ...heavy.flatMap(({ url, bytes }) => heavyPage(url, bytes, settings.heavyBytes)),
      ]);
      await rememberTitles(tx, site.id, roundId, settings.now());
      await endRound(tx, roundId, settings.now());
    });
  }
}

/** What may pass by itself (a slow moment, a restart of the server) is told only when it is met twice. */
const PASSING: ReadonlySet<FindingKindName> = new Set(['timeout', 'serverError', 'slowPage']);

function mayPass({ marks, status, grade }: Looked): boolean {
  return marks.some(
    ({ kind }) => PASSING.has(kind) || (kind !== 'redirectLoop' && status === null && grade === 'broken'),
  );
}

/** What the site shows for an address nobody ever made; undefined where it says by its status that there is none. */
async function unmadePage(
  fetchPage: FetchPage,
  home: string,
  roundId: string,
  timeoutMs: number,
): Promise<string | undefined> {
  const url = new URL(`no-such-page-${roundId}.html`, home).href;
  const fetched = await fetchPage(url, { timeoutMs, maxBytes: 1_000_000 });
  if (fetched.outcome !== 'answered' || fetched.status >= 400 || fetched.finalUrl !== url) return undefined;
  return comparable(readPage(decodePage(fetched.body, fetched.headers['content-type']), url).words);
}

function notLooked(url: string, says: string): Looked {
  const nothing = { status: null, millis: null, bytes: null, title: null, finalUrl: null, anchors: null, assets: null };
  return { url, grade: 'notLooked', says, ...nothing, marks: [] };
}

const LOOKS_AT_ONCE = 200;
/** Places that name an address, as many as help to mend it. */
const SOURCES = 5;

/** Gathers what was seen and writes it together. One write at a time, in the order things were seen. */
function keeper(db: Db, roundId: string, now: () => Date) {
  let { found, links, looked, leftOut } = empty();
  let writing: Promise<void> = Promise.resolve();
  const named = new Map<string, number>();
  const write = () => {
    const progress = { found, links, looked, leftOut };
    ({ found, links, looked, leftOut } = empty());
    writing = writing.then(() => db.transaction().execute((tx) => keepProgress(tx, roundId, progress, now())));
    // Whoever waits next hears of a fault.
    writing.catch(() => {});
    return writing;
  };
  return {
    found: (one: Waiting) => void found.push(one),
    leaveOut() {
      leftOut += 1;
    },
    link(one: SeenLink) {
      if (one.target.length > LONGEST) return;
      const key = `${one.target}#${one.fragment}`;
      const times = named.get(key) ?? 0;
      if (times >= SOURCES) return;
      named.set(key, times + 1);
      links.push(one);
    },
    async looked(one: Looked) {
      looked.push(one);
      if (looked.length < LOOKS_AT_ONCE) return;
      // Looking goes on while this is written, but not so far ahead that it gathers: the write before has to be done.
      const before = writing;
      void write();
      await before;
    },
    all: async () => void (await write()),
  };
}

function empty(): { found: Waiting[]; links: SeenLink[]; looked: Looked[]; leftOut: number } {
  return { found: [], links: [], looked: [], leftOut: 0 };
}
