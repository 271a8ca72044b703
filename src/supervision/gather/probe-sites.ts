/**
 * 定时访问首页 [SUP-56]: every hour and so more than twenty times a day. A look is one probe, what stands on the home page, and what the inspection would say of both
 * today. Hours in which our own server was off are no probes: nothing is made up for them afterwards.
 */
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { Judged } from '../alerts.ts';
import { availability, type Probe } from '../checks/availability.ts';
import { deadLink } from '../checks/dead-link.ts';
import { homeFreshness } from '../checks/home-freshness.ts';
import type { Fetched } from '../fetched.ts';
import { readPage } from '../read-page.ts';
import type { WatchedSite } from '../site.ts';
import { addHomeSeen, addProbe, homesSeen, lastProbe, probesSince, saveVerdicts } from '../store/probes.ts';
import { watchedSites } from '../store/sites.ts';
import { decodePage } from './crawl/decode-page.ts';
import type { FetchPage } from './fetch-page.ts';

/** A little less than an hour, so that a sweep that comes early does not skip one. */
const EVERY_MS = 58 * 60_000;
const EIGHT_DAYS_MS = 8 * 86_400_000;
const LIMITS = { timeoutMs: 15_000, maxBytes: 4 * 1_048_576 };

/** @returns how many sites were looked at */
export async function probeSites(house: House, fetchPage: FetchPage): Promise<number> {
  let looked = 0;
  for (const site of await watchedSites(house.db)) {
    const last = await lastProbe(house.db, site.id);
    if (last && house.now().getTime() - last.getTime() < EVERY_MS) continue;
    await probeSite(house, fetchPage, site);
    looked += 1;
  }
  return looked;
}

async function probeSite({ db, now }: House, fetchPage: FetchPage, site: WatchedSite): Promise<void> {
  const fetched = await fetchPage(site.address, LIMITS);
  const probe = probeOf(fetched, now());
  const today = civilDateAt(probe.at);
  const entries = probe.result === 'open' ? entriesOf(fetched) : undefined;
  await db.transaction().execute(async (tx) => {
    await addProbe(tx, site.id, probe);
    if (entries) await addHomeSeen(tx, site.id, today, entries);
    const judged: Judged[] = [
      {
        indicator: 'availability',
        verdict: availability(await probesSince(tx, site.id, new Date(probe.at.getTime() - EIGHT_DAYS_MS)), today),
      },
      { indicator: 'home', verdict: homeFreshness(await homesSeen(tx, site.id), today) },
    ];
    await saveVerdicts(tx, site.id, judged, today);
  });
}

function probeOf(fetched: Fetched, at: Date): Probe {
  if (fetched.outcome === 'forbidden') return { at, result: 'notLooked', millis: 0 };
  const [mark] = deadLink(fetched, 'page');
  return {
    at,
    result: mark === undefined ? 'open' : mark.kind === 'botWall' ? 'wall' : 'failed',
    millis: fetched.millis,
  };
}

/** Words and address of each link below the head and beside the menu. */
function entriesOf(fetched: Fetched): string[] {
  if (fetched.outcome !== 'answered') return [];
  const { links } = readPage(decodePage(fetched.body, fetched.headers['content-type']), fetched.finalUrl);
  return [
    ...new Set(
      links
        .filter(({ use, inFrame, words }) => use === 'link' && !inFrame && words !== '')
        .map(({ url, words }) => `${url} ${words}`),
    ),
  ];
}
