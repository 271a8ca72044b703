/** One round over the invented site, as the product does it. */

import type { Db } from '../../../src/platform/database.ts';
import { guardedAgent } from '../../../src/platform/outgoing/guarded-agent.ts';
import { civil } from '../../../src/statute/civil-date.ts';
import {
  CONNECTIONS,
  CRAWL_DEFAULTS,
  type CrawlSettings,
  crawlSite,
} from '../../../src/supervision/gather/crawl/crawl-site.ts';
import { pageFetcher } from '../../../src/supervision/gather/fetch-page.ts';
import type { WatchedSite } from '../../../src/supervision/site.ts';
import { beginRound } from '../../../src/supervision/store/rounds.ts';
import { addSite } from '../../../src/supervision/store/sites.ts';

export const TODAY = '2026-11-20';

export interface WatchedOrder {
  readonly home: string;
  readonly certificate: string;
  readonly origins: { readonly main: string; readonly outside: string; readonly plain: string };
  readonly titles: ReadonlyMap<string, string>;
}

export async function watchInvented(db: Db, site: WatchedOrder, agencyId: string, id = 'site'): Promise<WatchedSite> {
  const watched: WatchedSite = {
    id,
    agencyId,
    name: '示例县人民政府门户网站',
    address: site.home,
    own: true,
    internal: true,
    hosts: [],
    scriptHosts: [],
    columns: new Map(),
  };
  const at = new Date(`${TODAY}T00:00:00Z`);
  await db.transaction().execute(async (tx) => {
    await addSite(tx, watched, at);
    const titles = [...site.titles].map(([url, title]) => ({ site_id: id, url, title, noted_at: at }));
    if (titles.length > 0) await tx.insertInto('known_titles').values(titles).execute();
    await beginRound(tx, { id: 'round', siteId: id, at }, site.home);
  });
  return watched;
}

export async function lookOver(
  db: Db,
  site: WatchedOrder,
  watched: WatchedSite,
  settings: Partial<CrawlSettings>,
): Promise<boolean> {
  const hosts = Object.values(site.origins).map((origin) => new URL(origin).host);
  const agent = guardedAgent({
    timeoutMs: settings.timeoutMs ?? 5_000,
    listed: new Set(hosts),
    ca: site.certificate,
    connections: CONNECTIONS,
  });
  return crawlSite(db, pageFetcher(agent), watched, 'round', {
    ...CRAWL_DEFAULTS,
    today: civil(TODAY),
    now: () => new Date(`${TODAY}T00:00:00Z`),
    readFile: settings.readFile ?? (await import('../../../src/main/watch/read-file.ts')).readFileForWatch,
    others: { parallel: 8, gapMs: 0 },
    ...settings,
  });
}
