/** 读网页: the text of a page taken apart in one pass, nothing of it run. */
import { Parser } from 'htmlparser2';
import { type CivilDate, parseCivilDate } from '../statute/civil-date.ts';
import { addressesInStyle, alertsIn, isMiswritten, isUnfilled, jumpsIn, namedBy } from './page-addresses.ts';
import type { ListEntry, PageContent, PageLink } from './page-content.ts';
import { BLOCK, FRAME_NAME, FRAME_TAG, hiddenNames, hides, SCRIPTED, UNREAD } from './page-marks.ts';

interface Open {
  readonly tag: string;
  readonly frame: boolean;
  readonly hidden: boolean;
  readonly unread: boolean;
  /** A pattern for scripts, no part of the page. */
  readonly pattern: boolean;
}

interface Row {
  text: string;
  readonly links: number[];
}

type Attributes = Record<string, string>;

const DAY = /(?<!\d)(20\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
const NOTHING: Open = { tag: '', frame: false, hidden: false, unread: false, pattern: false };
/** A longer script is a library and no word to the reader. */
const LONGEST_SCRIPT = 20_000;
const MOST_MISWRITTEN = 20;
/** As deep as browsers go; to take apart what goes deeper would take minutes. */
const DEEPEST = 500;

/** @param url the page came from, after redirects */
export function readPage(html: string, url: string): PageContent {
  let base: string | undefined;
  let title = '';
  let filledByScript = false;
  let raw = '';
  let leadsOn = false;
  const meta = new Map<string, string[]>();
  const headings: string[] = [];
  const anchors = new Set<string>();
  const links: (PageLink & { words: string })[] = [];
  const miswritten = new Set<string>();
  const entries: ListEntry[] = [];
  const text = { main: [] as string[], frame: [] as string[], hidden: [] as string[], beside: [] as string[] };
  const alerts: string[] = [];
  const unseen = new Set<string>();
  const stack: Open[] = [];
  const rows: Row[] = [];
  const within = { link: -1, heading: -1, title: false };

  const top = (): Open => stack.at(-1) ?? NOTHING;
  const say = (words: string) => {
    const { frame, hidden } = top();
    (hidden ? text.hidden : frame ? text.frame : text.main).push(words);
  };
  const addLink = (address: string, use: PageLink['use'], words = '') => {
    const { frame, hidden, pattern } = top();
    const trimmed = address.trim();
    if (pattern || trimmed === '' || trimmed === '#' || isUnfilled(trimmed)) return -1;
    if (isMiswritten(trimmed)) {
      if (use !== 'jump' && miswritten.size < MOST_MISWRITTEN) miswritten.add(trimmed.slice(0, 200));
      return -1;
    }
    const found = linkOf(trimmed, base ?? url);
    if (!found) return -1;
    return links.push({ ...found, words, use, inFrame: frame, hidden }) - 1;
  };
  const addMeta = ({ name = '', content = '', 'http-equiv': equiv = '' }: Attributes) => {
    if (name) {
      const said = meta.get(name.toLowerCase());
      if (said) said.push(content.trim());
      else meta.set(name.toLowerCase(), [content.trim()]);
    }
    const refresh = /^refresh$/i.test(equiv) && /url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1];
    if (refresh && addLink(refresh, 'jump') >= 0) leadsOn = true;
  };
  const addAddresses = (tag: string, attributes: Attributes) => {
    for (const { address, use } of namedBy(tag, attributes)) {
      const at = addLink(address, use, attributes.alt ?? attributes.title ?? '');
      if (use !== 'link') continue;
      if (tag === 'a') within.link = at;
      if (tag === 'a' && at >= 0) rows.at(-1)?.links.push(at);
    }
    for (const beside of [attributes.alt, attributes.title, attributes.placeholder])
      if (beside && beside.trim() !== '') text.beside.push(beside.trim());
  };
  const closeRaw = (tag: string) => {
    if (tag === 'style') {
      for (const name of hiddenNames(raw)) unseen.add(name);
      for (const address of addressesInStyle(raw)) addLink(address, 'asset');
    } else if (raw.length <= LONGEST_SCRIPT) {
      for (const address of jumpsIn(raw)) if (addLink(address, 'jump') >= 0) leadsOn = true;
      alerts.push(...alertsIn(raw));
    }
    raw = '';
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const { frame, hidden, unread, pattern } = top();
        if (stack.length >= DEEPEST) {
          // What comes after is not read, so nothing of it can be missed.
          filledByScript = true;
          return parser.pause();
        }
        const { id } = attributes;
        const named = attributes.class || id ? `${attributes.class ?? ''} ${id ?? ''}` : '';
        const framed =
          FRAME_TAG.has(tag) || (named !== '' && tag !== 'body' && tag !== 'html' && FRAME_NAME.test(named));
        stack.push({
          tag,
          frame: frame || framed,
          hidden: hidden || hides(tag, attributes, unseen),
          unread: unread || UNREAD.has(tag),
          pattern: pattern || tag === 'template',
        });
        if (id) addAnchor(anchors, id);
        if (tag === 'a' && attributes.name) addAnchor(anchors, attributes.name);
        // Of several the first holds.
        if (tag === 'base' && attributes.href && base === undefined && URL.canParse(attributes.href, url))
          base = new URL(attributes.href, url).href;
        if (tag === 'meta') addMeta(attributes);
        if ((named !== '' && SCRIPTED.test(named)) || (tag === 'noscript' && stack.length > 2)) filledByScript = true;
        addAddresses(tag, attributes);
        if (tag === 'title' && !title) within.title = true;
        if (HEADING.test(tag)) within.heading = headings.push('') - 1;
        if (ROW.has(tag)) rows.push({ text: '', links: [] });
        if (BLOCK.has(tag)) say('\n');
      },
      ontext(words) {
        if (within.title) title += words;
        const { unread, frame, tag } = top();
        if (tag === 'style' || tag === 'script') raw += words;
        if (unread) return;
        if (within.link >= 0) links[within.link]!.words += words;
        if (within.heading >= 0 && !frame) headings[within.heading] += words;
        const row = rows.at(-1);
        if (row) row.text += words;
        say(words);
      },
      onclosetag(tag) {
        if (raw !== '' && (tag === 'style' || tag === 'script')) closeRaw(tag);
        if (tag === 'title') within.title = false;
        if (tag === 'a') within.link = -1;
        if (HEADING.test(tag)) within.heading = -1;
        if (ROW.has(tag) && rows.length > 0) {
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
  for (const link of links) link.words = tidy(link.words);
  return {
    title: tidy(title),
    meta,
    headings: headings.map(tidy).filter((heading) => heading !== ''),
    anchors,
    links,
    miswritten: [...miswritten],
    entries,
    words: lines(text.main),
    frameWords: lines(text.frame),
    hiddenWords: lines(text.hidden),
    besideWords: [...new Set(text.beside)].join('\n'),
    alerts,
    filledByScript,
    leadsOn,
  };
}

const HEADING = /^h[1-3]$/;
const ROW: ReadonlySet<string> = new Set(['li', 'tr', 'dd']);

interface Resolved {
  readonly url: string;
  readonly fragment: string;
}

/** What stands in head, menu and foot of every page is made out once. */
const RESOLVED = new Map<string, Resolved | undefined>();
const MOST_RESOLVED = 5_000;

function linkOf(address: string, base: string): Resolved | undefined {
  if (address[0] !== '/') return resolved(address, base);
  const key = `${base.slice(0, base.indexOf('/', base.indexOf('//') + 2))} ${address}`;
  if (RESOLVED.has(key)) return RESOLVED.get(key);
  if (RESOLVED.size >= MOST_RESOLVED) RESOLVED.clear();
  const made = resolved(address, base);
  RESOLVED.set(key, made);
  return made;
}

function resolved(address: string, base: string): Resolved | undefined {
  if (/^(?:javascript|mailto|tel|data):/i.test(address)) return undefined;
  let parsed: URL;
  try {
    parsed = new URL(address, base);
  } catch {
    return undefined;
  }
  const { href, protocol, hash } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  const end = href.indexOf('#');
  return { url: withoutSession(end < 0 ? href : href.slice(0, end)), fragment: decoded(hash.slice(1)) };
}

/** 会话编号: given to each visit anew, so that one page would have as many addresses as looks. */
function withoutSession(url: string): string {
  if (!/sess|[?&]sid=/i.test(url)) return url;
  return url
    .replace(/;jsessionid=[\w.!-]*/i, '')
    .replace(/([?&])(?:jsessionid|phpsessid|aspsessionid\w*|session_?id|sid)=[\w-]{12,}(&|$)/gi, (_, before, after) =>
      after === '' ? '' : before,
    );
}

/** A place may be named as it is written, or decoded. */
function addAnchor(anchors: Set<string>, name: string): void {
  anchors.add(name);
  if (name.includes('%')) anchors.add(decoded(name));
}

function decoded(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
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
