/** 读网页: the text of a page taken apart in one pass, nothing of it run. */
import { Parser } from 'htmlparser2';
import { type CivilDate, parseCivilDate } from '../statute/civil-date.ts';
import type { ListEntry, PageContent, PageLink } from './page-content.ts';
import { BLOCK, FRAME_NAME, FRAME_TAG, hides, SCRIPTED, UNREAD, USES } from './page-marks.ts';

interface Open {
  readonly tag: string;
  readonly frame: boolean;
  readonly hidden: boolean;
  readonly unread: boolean;
}

interface Row {
  text: string;
  readonly links: number[];
}

const DAY = /(?<!\d)(20\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;

/** @param url the page came from, after redirects */
export function readPage(html: string, url: string): PageContent {
  let base = url;
  let title = '';
  let filledByScript = false;
  const meta = new Map<string, string[]>();
  const headings: string[] = [];
  const anchors = new Set<string>();
  const links: (PageLink & { words: string })[] = [];
  const entries: ListEntry[] = [];
  const text = { main: [] as string[], frame: [] as string[] };
  const stack: Open[] = [];
  const rows: Row[] = [];
  const within = { link: -1, heading: -1, title: false };

  const top = (): Open => stack.at(-1) ?? { tag: '', frame: false, hidden: false, unread: false };
  const say = (words: string) => (top().frame ? text.frame : text.main).push(words);
  const addLink = (address: string, use: PageLink['use'], words = '') => {
    const found = linkOf(address, base);
    if (!found) return -1;
    links.push({ ...found, words, use, inFrame: top().frame, hidden: top().hidden });
    return links.length - 1;
  };
  const addMeta = ({ name = '', content = '', 'http-equiv': equiv = '' }: Record<string, string>) => {
    if (name) meta.set(name.toLowerCase(), [...(meta.get(name.toLowerCase()) ?? []), content.trim()]);
    const refresh = /^refresh$/i.test(equiv) && /url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1];
    if (refresh) addLink(refresh, 'link');
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const { frame, hidden, unread } = top();
        const named = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
        stack.push({
          tag,
          frame: frame || FRAME_TAG.has(tag) || (tag !== 'body' && tag !== 'html' && FRAME_NAME.test(named)),
          hidden: hidden || hides(attributes),
          unread: unread || UNREAD.has(tag),
        });
        if (attributes.id) anchors.add(attributes.id);
        if (tag === 'a' && attributes.name) anchors.add(attributes.name);
        if (tag === 'base' && attributes.href && URL.canParse(attributes.href, url))
          base = new URL(attributes.href, url).href;
        if (tag === 'meta') addMeta(attributes);
        if (SCRIPTED.test(named) || (tag === 'noscript' && stack.length > 2)) filledByScript = true;
        const use = USES[tag];
        const address = use && attributes[use.attribute];
        if (use && address && (!use.when || use.when(attributes))) {
          const at = addLink(address, use.use, attributes.alt ?? attributes.title ?? '');
          if (tag === 'a') within.link = at;
          if (tag === 'a' && at >= 0) rows.at(-1)?.links.push(at);
        }
        if (tag === 'title' && !title) within.title = true;
        if (/^h[1-3]$/.test(tag)) within.heading = headings.push('') - 1;
        if (tag === 'li' || tag === 'tr' || tag === 'dd') rows.push({ text: '', links: [] });
        if (BLOCK.has(tag)) say('\n');
      },
      ontext(words) {
        if (within.title) title += words;
        const { unread, hidden, frame } = top();
        if (unread) return;
        if (within.link >= 0) links[within.link] = { ...links[within.link]!, words: links[within.link]!.words + words };
        if (within.heading >= 0 && !frame) headings[within.heading] += words;
        const row = rows.at(-1);
        if (row) row.text += words;
        if (!hidden) say(words);
      },
      onclosetag(tag) {
        if (tag === 'title') within.title = false;
        if (tag === 'a') within.link = -1;
        if (/^h[1-3]$/.test(tag)) within.heading = -1;
        if ((tag === 'li' || tag === 'tr' || tag === 'dd') && rows.length > 0) {
          const entry = entryOf(rows.pop()!, links);
          if (entry && !top().frame) entries.push(entry);
        }
        if (BLOCK.has(tag)) say('\n');
        if (stack.at(-1)?.tag === tag) stack.pop();
        else if (stack.some((open) => open.tag === tag)) while (stack.pop()!.tag !== tag);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return {
    title: tidy(title),
    meta,
    headings: headings.map(tidy).filter((heading) => heading !== ''),
    anchors,
    links: links.map((link) => ({ ...link, words: tidy(link.words) })),
    entries,
    words: lines(text.main),
    frameWords: lines(text.frame),
    filledByScript,
  };
}

function linkOf(address: string, base: string): { url: string; fragment: string } | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed === '#' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const fragment = decoded(url.hash.slice(1));
  url.hash = '';
  return { url: url.href, fragment };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function entryOf({ text, links: at }: Row, links: readonly PageLink[]): ListEntry | undefined {
  const link = at.map((n) => links[n]!).find(({ use }) => use === 'link');
  const day = dayIn(text);
  return link && day ? { url: link.url, words: tidy(link.words), day } : undefined;
}

/** The first day written in a text. */
export function dayIn(text: string): CivilDate | undefined {
  const parts = DAY.exec(text);
  return parts ? parseCivilDate(`${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`) : undefined;
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();

const lines = (pieces: readonly string[]) =>
  pieces
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
