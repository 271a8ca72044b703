/** 看一个网址 [SUP-15, SUP-22…SUP-28]: fetches one address as its role asks, judges the answer, and tells what it leads to. */
import type { CivilDate } from '../../../statute/civil-date.ts';
import { changedSite } from '../../checks/changed-site.ts';
import { columnOf } from '../../checks/columns-online.ts';
import { deadLink, wallPage } from '../../checks/dead-link.ts';
import { garbledPage } from '../../checks/garbled-page.ts';
import { PAGE_CHECKS } from '../../checks/page-checks.ts';
import { sameness, softMissing } from '../../checks/soft-missing.ts';
import { marksInWords, wordsOnline } from '../../checks/words-online.ts';
import type { Looked, SeenLink, Waiting } from '../../crawl-round.ts';
import type { Answered, Fetched } from '../../fetched.ts';
import type { Mark } from '../../finding-kinds.ts';
import { gradeOf } from '../../grade-of.ts';
import { assetsOfStyle } from '../../page-addresses.ts';
import type { PageContent, PageLink } from '../../page-content.ts';
import { readPage } from '../../read-page.ts';
import { markOf, type SeenPage, type SiteRules } from '../../seen-page.ts';
import { type FetchLimits, type FetchPage, probe } from '../fetch-page.ts';
import { decodePage, readLetters } from './decode-page.ts';
import { AFAR, roleOf } from './roles.ts';

/** 附件里的文字和链接; undefined where nobody can read it. */
export type ReadFile = (kind: string, file: Buffer) => Promise<{ words: string; links: readonly string[] } | undefined>;

export interface LookSettings {
  readonly site: SiteRules;
  readonly home: string;
  readonly today: CivilDate;
  readonly timeoutMs: number;
  readonly readFile: ReadFile;
  /** 外站原来的标题. */
  readonly titles: ReadonlyMap<string, string>;
  /** What the site shows for an address nobody made. */
  readonly unmade: string | undefined;
}

export interface Look {
  readonly looked: Looked;
  readonly found: readonly Waiting[];
  readonly links: readonly SeenLink[];
  /** Of a page: what it says, without what changes from one page of a calendar to the next. */
  readonly sameness?: string;
}

const MB = 1_048_576;
const BYTES = { page: 4 * MB, file: 20 * MB, outside: MB / 4 } as const;

export async function lookAt(waiting: Waiting, fetchPage: FetchPage, settings: LookSettings): Promise<Look> {
  const { url, role } = waiting;
  const limits = (maxBytes: number): FetchLimits => ({ timeoutMs: settings.timeoutMs, maxBytes });
  switch (role) {
    case 'page':
      return pageLook(waiting, await fetchPage(url, limits(BYTES.page)), settings);
    case 'file':
      if (!READABLE.test(new URL(url).pathname)) return closedFileLook(url, await probe(fetchPage, url, limits(MB)));
      return fileLook(waiting, await fetchPage(url, limits(BYTES.file)), settings);
    case 'asset':
      if (STYLE.test(new URL(url).pathname)) return styleLook(waiting, await fetchPage(url, limits(MB)), settings);
      return plainLook(url, await probe(fetchPage, url, limits(MB)), role);
    default:
      return outsideLook(waiting, await fetchPage(url, limits(BYTES.outside)), settings);
  }
}

const READABLE = /\.(docx|xlsx|pptx|pdf|ofd|txt|csv|zip)$/i;
const STYLE = /\.css$/i;

function plainLook(url: string, fetched: Fetched, role: Waiting['role'], more: readonly Mark[] = []): Look {
  const marks = [...deadLink(fetched, role), ...more];
  return { looked: lookedOf(url, fetched, marks), found: [], links: [] };
}

/** 样式: what it shows is looked at as what the page itself shows. */
function styleLook({ url, role, depth }: Waiting, fetched: Fetched, { site }: LookSettings): Look {
  const look = plainLook(url, fetched, role);
  if (fetched.outcome !== 'answered' || look.looked.marks.length > 0 || fetched.cut) return look;
  const shown = assetsOfStyle(fetched.body.toString('utf8'), fetched.finalUrl);
  return {
    ...look,
    found: shown.map((target) => ({
      url: target,
      role: roleOf({ url: target, use: 'asset' }, site.hosts),
      depth: depth + 1,
    })),
    links: shown.map((target) => ({ target, fragment: '', source: url, words: '' })),
  };
}

function outsideLook({ url, role, depth }: Waiting, fetched: Fetched, { titles }: LookSettings): Look {
  if (fetched.outcome !== 'answered' || !isPage(fetched)) return plainLook(url, fetched, role);
  const content = readPage(decodePage(fetched.body, fetched.headers['content-type']), fetched.finalUrl);
  const dead = deadLink(fetched, role);
  const marks = dead.length > 0 ? dead : marksOfOutside(url, content, titles.get(url));
  const look = { looked: { ...lookedOf(url, fetched, marks), title: content.title }, found: [], links: [] };
  if (marks.length > 0 || depth >= AFAR || !isOnlyAWay(content)) return look;
  const on = content.links.filter(({ use }) => use === 'jump').map((link) => link.url);
  return {
    ...look,
    found: on.map((target) => ({ url: target, role: 'outside', depth: AFAR })),
    links: on.map((target) => ({ target, fragment: '', source: url, words: '' })),
  };
}

function marksOfOutside(url: string, content: PageContent, remembered: string | undefined): Mark[] {
  const wall = wallPage(url, content);
  if (wall.length > 0) return wall;
  return [...softMissing({ url, content }, undefined), ...changedSite(url, content, remembered)];
}

/** A page that has nothing to say but where to go. */
function isOnlyAWay({ leadsOn, words, frameWords }: PageContent): boolean {
  return leadsOn && words.length + frameWords.length <= 60;
}

/** 打不开看里面的附件: a film, an archive, an old format. Whether it is a file at all can be told. */
function closedFileLook(url: string, fetched: Fetched): Look {
  const dead = deadLink(fetched, 'file').length > 0 || fetched.outcome !== 'answered';
  return plainLook(url, fetched, 'file', !dead && isPage(fetched) ? [NO_FILE(url)] : []);
}

const NO_FILE = (url: string) => markOf('deadFile', url, '打开的不是文件，是一个网页。');

async function fileLook(
  { url, role, depth }: Waiting,
  fetched: Fetched,
  { readFile, site }: LookSettings,
): Promise<Look> {
  const dead = deadLink(fetched, role);
  if (fetched.outcome !== 'answered' || dead.length > 0) return plainLook(url, fetched, role);
  if (isPage(fetched) || /^\s*<(?:!doctype html|html)/i.test(fetched.body.subarray(0, 200).toString('latin1')))
    return plainLook(url, fetched, role, [NO_FILE(url)]);
  if (fetched.body.length === 0 && !fetched.cut)
    return plainLook(url, fetched, role, [markOf('deadFile', url, '附件是空的，一个字节也没有。')]);
  const kind = READABLE.exec(new URL(fetched.finalUrl).pathname)?.[1] ?? READABLE.exec(new URL(url).pathname)![1]!;
  const content = fetched.cut ? undefined : await readFile(kind.toLowerCase(), fetched.body);
  const looked = lookedOf(url, fetched, content ? marksInWords(content.words, url, site.words) : []);
  if (!content && !fetched.cut && isSpoilt(kind.toLowerCase(), fetched.body))
    return plainLook(url, fetched, role, [markOf('deadFile', url, `打开的不是 ${kind} 文件，多半已经损坏。`)]);
  if (!content)
    return {
      looked: { ...looked, grade: 'notLooked', says: '附件加了密、损坏或者太大，没有看里面。' },
      found: [],
      links: [],
    };
  const targets = content.links.filter((target) => URL.canParse(target)).map((target) => withoutHash(target));
  return {
    looked,
    found: targets.map((target) => ({ url: target, role: 'inFile', depth: depth + 1 })),
    links: targets.map((target) => ({ target, fragment: '', source: url, words: '' })),
  };
}

/** Neither what its name says nor a file that was locked with a password. */
function isSpoilt(kind: string, file: Buffer): boolean {
  if (kind === 'pdf') return !file.subarray(0, 1_024).includes('%PDF');
  if (kind === 'txt' || kind === 'csv') return false;
  const start = file.subarray(0, 4).toString('latin1');
  return !start.startsWith('PK') && start !== '\xd0\xcf\x11\xe0';
}

function pageLook({ url, depth }: Waiting, fetched: Fetched, settings: LookSettings): Look {
  const { site, home, today, unmade } = settings;
  const dead = deadLink(fetched, 'page');
  if (fetched.outcome !== 'answered' || dead.length > 0) return plainLook(url, fetched, 'page');
  const { finalUrl, cut } = fetched;
  if (finalUrl !== withoutHash(url)) return redirected({ url, role: 'page', depth }, fetched, home, site);
  if (!isPage(fetched)) return plainLook(url, fetched, 'page');
  const { text, garbled } = readLetters(fetched.body, fetched.headers['content-type']);
  const content = readPage(text, finalUrl);
  const page = { site, url, depth, millis: fetched.millis, bytes: fetched.body.length, content, today };
  const missing = wallPage(url, content);
  if (depth > 0 && missing.length === 0) missing.push(...softMissing(page, unmade));
  const marks = missing.length > 0 ? missing : marksOfPage(page, cut);
  if (garbled) marks.push(garbledPage(url, garbled));
  const looked = lookedOf(url, fetched, marks);
  const column = missing.length > 0 || cut ? undefined : columnOf(page);
  const reached = content.links.map((link) => ({ link, role: roleOf(link, site.hosts) }));
  const assets = new Set(reached.filter(({ role }) => role === 'asset').map(({ link }) => link.url));
  return {
    looked: {
      ...looked,
      ...(cut && marks.length === 0 && { grade: 'notLooked', says: '网页太大，没有看完。' }),
      // Places that a script makes, or that were not read, cannot be told from those that are not there.
      ...{ title: content.title, anchors: cut || content.filledByScript ? null : [...content.anchors] },
      assets: [...assets].slice(0, 300),
      ...(column && { column }),
    },
    found: reached.map(({ link, role }) => ({ url: link.url, role, depth: depth + 1 })),
    links: content.links.map((link) => ({
      target: link.url,
      fragment: isPlace(link) ? link.fragment : '',
      source: url,
      words: link.words.slice(0, 100),
    })),
    sameness: sameness(content),
  };
}

/** What was not read to its end is judged by its words only; a page that only leads on has none of what pages have. */
function marksOfPage(page: SeenPage, cut: boolean): Mark[] {
  if (cut) return [...wordsOnline(page)];
  if (isOnlyAWay(page.content)) return [];
  return PAGE_CHECKS.flatMap((check) => check(page));
}

/** The page it leads to is judged under its own address. An article that leads to the home page is not there any more. */
function redirected({ url, depth }: Waiting, fetched: Answered, home: string, site: SiteRules): Look {
  const { finalUrl } = fetched;
  const gone = finalUrl === home && /\d[^/]*$/.test(new URL(url).pathname);
  const says = gone
    ? '打开后跳到了首页。'
    : ERROR_PAGE.test(new URL(finalUrl).pathname)
      ? '打开后跳到了报错的网页。'
      : '';
  const look = plainLook(url, fetched, 'page', says === '' ? [] : [markOf('softMissing', url, says)]);
  // What there is to mend is the link, not the page that tells of it.
  if (says !== '' && !gone) return look;
  const role = roleOf({ url: finalUrl, use: 'link' }, site.hosts);
  return {
    ...look,
    found: [{ url: finalUrl, role, depth }],
    links: [{ target: finalUrl, fragment: '', source: url, words: '' }],
  };
}

const ERROR_PAGE =
  /\/(?:40\d|50\d|error|errors|err|not-?found|no-?found|page404|404page)(?:\.\w+|\/|\/(?:40\d|50\d|index)?\.?\w*)?$/i;

/** A place within the page; not the state of a script, not the top, not a text to be marked. */
function isPlace({ use, fragment }: PageLink): boolean {
  return (
    use === 'link' && fragment !== '' && fragment.length <= 100 && fragment !== 'top' && !/^[!/]|:~:|^:/.test(fragment)
  );
}

function isPage({ headers }: Answered): boolean {
  return /html/i.test(headers['content-type'] ?? 'text/html');
}

function withoutHash(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

function lookedOf(url: string, fetched: Fetched, marks: readonly Mark[]): Looked {
  const answered = fetched.outcome === 'answered' ? fetched : undefined;
  const refused = fetched.outcome === 'forbidden' && marks.length === 0;
  return {
    url,
    grade: refused ? 'notLooked' : gradeOf(marks),
    says: refused ? fetched.says : (marks[0]?.says ?? ''),
    status: answered?.status ?? null,
    millis: fetched.outcome === 'forbidden' ? null : Math.round(fetched.millis),
    bytes: answered ? Math.max(answered.body.length, Number(answered.headers['content-length']) || 0) : null,
    title: null,
    finalUrl: answered && answered.finalUrl !== url ? answered.finalUrl : null,
    anchors: null,
    assets: null,
    marks,
  };
}
