/**
 * 复查 [SUP-52]: whether a finding is still there. Its address is looked at again; a dead link is mended, too, when no page that named it names it any more.
 */
import type { Waiting } from '../crawl-round.ts';
import { isOfLink } from '../finding-links.ts';
import { assetsOfStyle } from '../page-addresses.ts';
import { readPage } from '../read-page.ts';
import type { SiteFinding } from '../ticket.ts';
import { decodePage } from './crawl/decode-page.ts';
import { type LookSettings, lookAt } from './crawl/look-at.ts';
import { roleOf } from './crawl/roles.ts';
import type { FetchPage } from './fetch-page.ts';

export type StillThere = 'still' | 'gone' | 'notLooked';

export async function lookAgain(
  finding: SiteFinding,
  fetchPage: FetchPage,
  settings: LookSettings,
): Promise<StillThere> {
  const { kind, url, detail, sources } = finding;
  if (kind === 'reported') return wordsThere(url, detail, fetchPage, settings);
  const { looked } = await lookAt(waitingFor(finding, settings), fetchPage, settings);
  const wrong =
    kind === 'brokenAnchor'
      ? !looked.anchors?.includes(detail)
      : looked.marks.some((mark) => mark.kind === kind && mark.detail === detail);
  if (!wrong) return looked.grade === 'notLooked' || (looked.status === null && !isOfLink(kind)) ? 'notLooked' : 'gone';
  if (!isOfLink(kind) || sources.length === 0) return 'still';
  const named = await Promise.all(
    sources.map((source) => names(source, url, kind === 'brokenAnchor' ? detail : undefined, fetchPage, settings)),
  );
  if (named.includes('still')) return 'still';
  return named.includes('notLooked') ? 'notLooked' : 'gone';
}

/** 网民找错 [SUP-66]: whether the wrong words still stand on the page; a page that is gone has none. */
async function wordsThere(
  url: string,
  words: string,
  fetchPage: FetchPage,
  settings: LookSettings,
): Promise<StillThere> {
  const fetched = await fetchPage(url, { timeoutMs: settings.timeoutMs, maxBytes: 20 * 1_048_576 });
  if (fetched.outcome !== 'answered' || fetched.status >= 500) return 'notLooked';
  if (fetched.status >= 400) return 'gone';
  const page = readPage(decodePage(fetched.body, fetched.headers['content-type']), fetched.finalUrl);
  const bare = (text: string) => text.replace(/\s+/g, '');
  return bare([page.title, page.words, page.frameWords].join('\n')).includes(bare(words)) ? 'still' : 'gone';
}

function waitingFor({ kind, url }: SiteFinding, { site, home }: LookSettings): Waiting {
  const depth = url === home ? 0 : 1;
  if (kind === 'deadLinkInFile') return { url, role: 'inFile', depth };
  return { url, role: kind === 'deadAsset' ? 'asset' : roleOf({ url, use: 'link' }, site.hosts), depth };
}

/** Whether a page or a file still leads to an address. A source that is not there any more names nothing. */
async function names(
  source: string,
  url: string,
  fragment: string | undefined,
  fetchPage: FetchPage,
  settings: LookSettings,
): Promise<StillThere> {
  const fetched = await fetchPage(source, { timeoutMs: settings.timeoutMs, maxBytes: 20 * 1_048_576 });
  if (fetched.outcome !== 'answered' || fetched.status >= 500) return 'notLooked';
  if (fetched.status >= 400) return 'gone';
  const file = /\.(docx|xlsx|pptx|pdf|zip)$/i.exec(new URL(source).pathname)?.[1];
  if (file) {
    const content = await settings.readFile(file.toLowerCase(), fetched.body);
    return content === undefined ? 'notLooked' : content.links.includes(url) ? 'still' : 'gone';
  }
  if (/\.css$/i.test(new URL(source).pathname))
    return assetsOfStyle(fetched.body.toString('utf8'), fetched.finalUrl).includes(url) ? 'still' : 'gone';
  const { links } = readPage(decodePage(fetched.body, fetched.headers['content-type']), fetched.finalUrl);
  return links.some((link) => link.url === url && (fragment === undefined || link.fragment === fragment))
    ? 'still'
    : 'gone';
}
