/**
 * 网站地图和爬虫规则 [PRT-86]: `/sitemap.xml` names the maps, each map at most MAP_SIZE addresses of this site with the day they last
 * changed (sitemaps.org 0.9); `/robots.txt` leads there and keeps programs away from forms. A demo county asks not to be indexed at all;
 * the county's own watch may look all the same.
 */
import type { FastifyInstance } from 'fastify';
import { publishedYears } from '../../annual-report/store/reports.ts';
import { listAgencies } from '../../people/store.ts';
import { columnTree } from '../../publications/columns.ts';
import { asColumn } from '../../publications/special-column.ts';
import { specialColumns } from '../../publications/store/columns.ts';
import { countPublic, publicAddresses } from '../../publications/store/walks.ts';
import { AGENT_NAME } from '../../supervision/site.ts';
import { DOCUMENT_DOWNLOADS } from '../components/document-tools.tsx';
import { DOORS } from '../doors.ts';
import { AGENCIES, ANNUAL_REPORTS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { reportsPath } from '../published-report.ts';
import { cachedText } from '../send-page.ts';
import { agenciesWithin } from './agencies.tsx';
import { TOOLS } from './sitemap.tsx';

/** The standard allows 50,000 and 50 MB; a smaller one is made anew faster when something was published. */
const MAP_SIZE = 10_000;

/** Addresses that answer what somebody typed: endless, and nothing to find there. */
const ENDLESS = ['/search?', '/deadline?', '/fee?', '/settings'] as const;
/** Made anew for whoever asks, a few in a minute [PRT-87]: what stands in them stands on the page, which is the one to find. */
const PAPERS = Object.keys(DOCUMENT_DOWNLOADS).map((kind) => `/documents/*.${kind}$`);
const NOT_FOR_ROBOTS = [...ENDLESS, ...PAPERS];

const forbid = (path: string) => `Disallow: ${path}`;

/** Pages that ask search engines to stay away. */
const NOT_INDEXED: ReadonlySet<string> = new Set([
  '/search',
  '/letters/write',
  '/letters/track',
  '/consultations/track',
]);

interface Address {
  readonly path: string;
  readonly changedAt?: string;
}

export function siteIndex(app: FastifyInstance, portal: Portal): void {
  const { site, reading } = portal;
  cachedText(app, portal, {
    path: '/sitemap.xml',
    build: async () => {
      const maps = Math.ceil((await countPublic(reading)) / MAP_SIZE);
      const paths = ['/sitemap-pages.xml', ...Array.from({ length: maps }, (_, n) => `/sitemap-${n + 1}.xml`)];
      const named = paths.map((path) => `<sitemap>${location(site.url, path)}</sitemap>`);
      return { text: xml('sitemapindex', named), type: 'xml', keys: ['sitemap'] };
    },
  });
  cachedText(app, portal, {
    path: '/sitemap-pages.xml',
    build: async () => ({
      text: mapOf(site.url, await pagesOf(portal)),
      type: 'xml',
      keys: ['sitemap', AGENCIES, ANNUAL_REPORTS],
    }),
  });
  cachedText(app, portal, {
    path: '/sitemap-:number(^[1-9]\\d{0,4}$).xml',
    build: async (request) => {
      const { number } = request.params as { number: string };
      const found = await publicAddresses(reading, { number: Number(number), size: MAP_SIZE });
      if (found.length === 0) return { text: '没有这一页网站地图。\n', type: 'text', keys: [], status: 404 };
      const addresses = found.map(({ id, changedAt }) => ({ path: `/documents/${id}`, changedAt }));
      return { text: mapOf(site.url, addresses), type: 'xml', keys: ['sitemap'] };
    },
  });
  cachedText(app, portal, {
    path: '/robots.txt',
    build: () => ({
      text: [
        // The county's own watch looks at an example as well, or there would be nothing to see of it.
        ...(portal.demo ? [`User-agent: ${AGENT_NAME}`, ...NOT_FOR_ROBOTS.map(forbid), ''] : []),
        'User-agent: *',
        ...(portal.demo ? [forbid('/')] : NOT_FOR_ROBOTS.map(forbid)),
        `Sitemap: ${site.url}/sitemap.xml`,
        '',
      ].join('\n'),
      type: 'text',
      keys: [],
    }),
  });
}

/** Everything but the documents. */
async function pagesOf(portal: Portal): Promise<Address[]> {
  const [own, agencies] = await Promise.all([specialColumns(portal.reading), listAgencies(portal.reading)]);
  const within = agenciesWithin(portal, agencies).map(({ id }) => id);
  const reports = await publishedYears(portal.reading, within);
  const paths = [
    '/',
    ...DOORS.map(({ path }) => path),
    ...TOOLS.map(([path]) => path),
    ...[...columnTree(own.map(asColumn)).keys()].map((key) => `/columns/${key}`),
    ...within.map((id) => `/agencies/${id}`),
    ...reports.map(({ agencyId, year }) => `${reportsPath(portal, agencyId)}/${year}`),
  ];
  return [...new Set(paths)].filter((path) => !NOT_INDEXED.has(path)).map((path) => ({ path }));
}

function mapOf(siteUrl: string, addresses: readonly Address[]): string {
  const entries = addresses.map(({ path, changedAt }) => {
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
    return `<url>${location(siteUrl, path)}${changed}</url>`;
  });
  return xml('urlset', entries);
}

function xml(root: 'sitemapindex' | 'urlset', entries: readonly string[]): string {
  const lines = entries.join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines}\n</${root}>\n`;
}

/** An address is ASCII once it is a URL; what XML reads as its own is written out. */
function location(siteUrl: string, path: string): string {
  const { href } = new URL(path, siteUrl);
  return `<loc>${href.replaceAll('&', '&amp;').replaceAll("'", '&apos;')}</loc>`;
}
