/**
 * 门户的每一种页面: from the routes the portal really has, each with one address that answers. An address is found by following links through
 * the demo county; a route nothing leads to needs one line in `SAMPLES`, and one without either is told of.
 */
import { linksIn } from '../../src/main/site/static-links.ts';
import { houseWithoutDatabase, portalFor } from '../../src/portal/portal.fixture.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';

/** For a route that no link of the demo county leads to: an address of it, or why there is none to show. */
const SAMPLES: Readonly<Record<string, `/${string}` | { readonly none: string }>> = {
  '/agencies/:id/annual-reports/:year': { none: '示例县的部门、乡镇没有公布年度报告' },
  ...Object.fromEntries(
    ['csv', 'docx', 'json', 'pdf', 'xlsx'].map((kind) => [
      `/agencies/:id/annual-reports/:year.${kind}`,
      { none: '文件，不是网页' },
    ]),
  ),
  '/decisions/:kind/:id': { none: '示例县没有登记上网的许可、处罚' },
  '/home-pictures/:hash': { none: '图片，不是网页' },
  '/interviews/:id/pictures/:hash': { none: '图片，不是网页' },
  '/interviews/:id/live': { none: '正在进行的访谈才有的片段，不是网页' },
  '/letters/:id': { none: '示例县没有公开的来信' },
  '/shared/:source/:id': { none: '示例县没有接收过别的网站的信息' },
  '/shared/:source/:id/files/:sha256': { none: '文件，不是网页' },
  '/shared/:source/:id/pictures/:sha256': { none: '图片，不是网页' },
  '/documents/:id/files/:fileId': { none: '文件，不是网页' },
  '/documents/:id/pictures/:hash': { none: '图片，不是网页' },
  '/annual-reports/compare.xlsx': { none: '表格，不是网页；示例县公布两年以上报告才有' },
  '/api/v1/documents/:id': { none: '数据，不是网页' },
  '/wechat/:id': { none: '公众号平台来通知的地址，不是网页' },
  '/sitemap-:number(^[1-9]\\d{0,4}$).xml': '/sitemap-1.xml',
};

/** Other faces of a page, beside that of its plain address. */
const FURTHER: readonly string[] = [
  `/search?q=${encodeURIComponent('办法')}`,
  '/fee?tariff=items&count=35',
  '/deadline?receivedOn=2026-03-02',
  '/nothing-here',
];

export interface PageSamples {
  /** One address of each kind of page, then the other faces. */
  readonly pages: readonly string[];
  /** Routes without a sample, a line each with what to do. */
  readonly missing: readonly string[];
}

/** More pages than lead to every kind of the demo county. */
const MOST_FOLLOWED = 400;
const STARTS = ['/', '/sitemap', '/feeds', '/annual-reports', '/decisions/licensing', '/decisions/punishment'];

/** @param url of a running portal with the demo county */
export async function pageSamples(url: string): Promise<PageSamples> {
  const routes = await routesOfPortal();
  const found = await addressesOf(routes, url);
  const pages: string[] = [];
  const missing: string[] = [];
  for (const route of routes) {
    const sample = SAMPLES[route];
    const address =
      typeof sample === 'string' ? sample : (found.get(route) ?? (route.includes(':') ? undefined : route));
    if (typeof sample === 'object' && !found.has(route)) continue;
    if (address === undefined) {
      missing.push(
        `${route}：示例县里没有链接通到这种页面。让示例县有一条，或者在 test/support/page-samples.ts 的 SAMPLES 写一行。`,
      );
      continue;
    }
    const answer = await fetch(url + address, { redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status >= 400) missing.push(`${route}：样例地址 ${address} 答 ${answer.status}。`);
    // A file, a feed or a way on is no page.
    else if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')) pages.push(address);
  }
  return { pages: [...pages, ...FURTHER], missing };
}

/** What somebody can open: patterns of GET routes, without the probes, the scripts and styles, and the old addresses. */
async function routesOfPortal(): Promise<string[]> {
  const { app } = portalFor(
    houseWithoutDatabase({ now: () => new Date(0), newId: () => '', calendar: () => builtInCalendar }),
  );
  const routes = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    if ([method].flat().includes('GET') && !NOT_OPENED.test(url)) routes.add(url);
  });
  await app.ready();
  await app.close();
  return [...routes].sort();
}

const NOT_OPENED = /^\/(?:healthz?|readyz|\*|[a-z]+-[0-9a-f]{12}\.\w+|exchange\/.*)$/;

/** Follows links until each route has an address. */
async function addressesOf(routes: readonly string[], url: string): Promise<ReadonlyMap<string, string>> {
  const plain = new Set(routes.filter((route) => !route.includes(':')));
  const patterns = routes
    .filter((route) => route.includes(':'))
    // The more letters of its own, the closer the fit: `/documents/:id.pdf` before `/documents/:id`.
    .sort((a, b) => lettersOf(b) - lettersOf(a))
    .map((route) => ({ route, fits: fitting(route) }));
  const found = new Map<string, string>();
  const known = new Set<string>();
  const waiting: string[] = [];
  const take = (link: string) => {
    if (known.has(link)) return;
    known.add(link);
    const path = link.replace(/\?.*/s, '');
    const kind = plain.has(path) ? undefined : patterns.find(({ fits }) => fits.test(path))?.route;
    // A kind of which there is an address already leads to the same kinds.
    if (kind === undefined || !found.has(kind)) waiting.push(link);
    if (kind !== undefined && !found.has(kind)) found.set(kind, link);
  };
  for (const start of STARTS) take(start);
  const isComplete = () => patterns.every(({ route }) => route in SAMPLES || found.has(route));
  for (let followed = 0; waiting.length > 0 && followed < MOST_FOLLOWED && !isComplete(); followed += 1) {
    const address = waiting.shift()!;
    const answer = await fetch(url + address, { redirect: 'manual' });
    const text = await answer.text();
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const href of linksIn(text)) {
      const link = href.replaceAll('&amp;', '&').replace(/#.*/s, '');
      if (link.startsWith('/') && !link.startsWith('//')) take(link);
    }
  }
  return found;
}

function lettersOf(route: string): number {
  return route.replace(/:\w+(?:\([^/]*\))?/g, '').length;
}

function fitting(route: string): RegExp {
  const parts = route.split(/:\w+(?:\([^/]*\))?/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+?')}$`);
}
