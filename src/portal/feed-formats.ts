/**
 * 订阅源的格式 [PRT-84]: RSS 2.0, Atom 1.0 and JSON Feed of the same entries. Titles and summaries are plain text; where a format reads
 * them as HTML they are written as such, so that what was typed is read as typed.
 */
import { Feed } from 'feed';
import { DOCUMENT_KINDS } from '../publications/document-kinds.ts';
import type { FeedEntry } from '../publications/public-view.ts';
import type { Followed } from './followed.ts';
import type { MediaType } from './page-cache.ts';
import type { SiteSettings } from './site.ts';

interface FeedFormat {
  readonly term: string;
  /** File name below the address of what is followed. */
  readonly file: string;
  readonly type: MediaType;
  /** Reads titles as HTML. */
  readonly markup: boolean;
  /** Knows who made an entry by name; RSS knows only mail addresses. */
  readonly names: boolean;
  write(feed: Feed): string;
}

export const FEED_FORMATS = {
  rss: { term: 'RSS', file: 'feed.rss', type: 'rss', markup: true, names: false, write: (feed) => feed.rss2() },
  atom: { term: 'Atom', file: 'feed.atom', type: 'atom', markup: true, names: true, write: (feed) => feed.atom1() },
  json: { term: 'JSON', file: 'feed.json', type: 'json', markup: false, names: true, write: (feed) => feed.json1() },
} as const satisfies Record<string, FeedFormat>;

export type FeedFormatName = keyof typeof FEED_FORMATS;

export function feedPath({ path }: Pick<Followed, 'path'>, format: FeedFormatName): string {
  return `${path === '/' ? '' : path}/${FEED_FORMATS[format].file}`;
}

export function writeFeed(
  name: FeedFormatName,
  followed: Followed,
  entries: readonly FeedEntry[],
  site: SiteSettings,
): string {
  const format: FeedFormat = FEED_FORMATS[name];
  const shown = format.markup ? asMarkup : (text: string) => text;
  const feed = new Feed({
    id: `${site.url}${followed.path}`,
    link: `${site.url}${followed.path}`,
    title: `${followed.title} - ${site.name}`,
    description: `${site.name}政府信息公开：${followed.title}`,
    language: 'zh-CN',
    generator: false,
    updated: new Date(Math.max(0, ...entries.map(({ changedAt }) => Date.parse(changedAt)))),
    feedLinks: { [name]: `${site.url}${feedPath(followed, name)}` },
  });
  for (const { id, title, kind, issuer, says, publishedAt, changedAt } of entries) {
    const address = `${site.url}/documents/${id}`;
    feed.addItem({
      id: address,
      link: address,
      title: shown(title),
      // HTML in all three.
      description: asMarkup(says),
      date: new Date(changedAt),
      published: new Date(publishedAt),
      category: [{ name: DOCUMENT_KINDS[kind].term, term: kind }],
      ...(format.names ? { author: [{ name: issuer }] } : {}),
    });
  }
  return format.write(feed);
}

const LETTERS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const asMarkup = (text: string) => text.replace(/[&<>]/g, (letter) => LETTERS[letter]!);
