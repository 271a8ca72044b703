/** 看一个网址 [SUP-15, SUP-22…SUP-28]: fetches one address as its role asks, judges the answer, and tells what it leads to. */
import type { CivilDate } from '../../../statute/civil-date.ts';
import { changedSite } from '../../checks/changed-site.ts';
import { columnOf } from '../../checks/columns-online.ts';
import { deadLink } from '../../checks/dead-link.ts';
import { PAGE_CHECKS } from '../../checks/page-checks.ts';
import { softMissing } from '../../checks/soft-missing.ts';
import { marksInWords } from '../../checks/words-online.ts';
import type { Looked, SeenLink, Waiting } from '../../crawl-round.ts';
import type { Answered, Fetched } from '../../fetched.ts';
import type { Mark } from '../../finding-kinds.ts';
import { gradeOf } from '../../grade-of.ts';
import type { PageLink } from '../../page-content.ts';
import { readPage } from '../../read-page.ts';
import { markOf, type SiteRules } from '../../seen-page.ts';
import { type FetchLimits, type FetchPage, probe } from '../fetch-page.ts';
import { decodePage } from './decode-page.ts';
import { roleOf } from './roles.ts';

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
      return plainLook(url, await probe(fetchPage, url, limits(MB)), role);
    default:
      return outsideLook(url, await fetchPage(url, limits(BYTES.outside)), role, settings);
  }
}

const READABLE = /\.(docx|xlsx|pptx|pdf|ofd|txt|csv)$/i;

function plainLook(url: string, fetched: Fetched, role: Waiting['role'], more: readonly Mark[] = []): Look {
  const marks = [...deadLink(fetched, role), ...more];
  return { looked: lookedOf(url, fetched, marks), found: [], links: [] };
}

function outsideLook(url: string, fetched: Fetched, role: Waiting['role'], { titles }: LookSettings): Look {
  if (fetched.outcome !== 'answered' || !isPage(fetched)) return plainLook(url, fetched, role);
  const content = readPage(decodePage(fetched.body, fetched.headers['content-type']), fetched.finalUrl);
  const dead = deadLink(fetched, role);
  const marks =
    dead.length > 0
      ? dead
      : [...softMissing({ url, content }, undefined), ...changedSite(url, content.title, titles.get(url))];
  return { looked: { ...lookedOf(url, fetched, marks), title: content.title }, found: [], links: [] };
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
  if (isPage(fetched)) return plainLook(url, fetched, role, [NO_FILE(url)]);
  const kind = READABLE.exec(new URL(fetched.finalUrl).pathname)?.[1] ?? READABLE.exec(new URL(url).pathname)![1]!;
  const content = fetched.cut ? undefined : await readFile(kind.toLowerCase(), fetched.body);
  const looked = lookedOf(url, fetched, content ? marksInWords(content.words, url, site.words) : []);
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

function pageLook({ url, depth }: Waiting, fetched: Fetched, settings: LookSettings): Look {
  const { site, home, today, unmade } = settings;
  const dead = deadLink(fetched, 'page');
  if (fetched.outcome !== 'answered' || dead.length > 0) return plainLook(url, fetched, 'page');
  const { finalUrl } = fetched;
  if (finalUrl !== withoutHash(url)) return redirected({ url, role: 'page', depth }, fetched, home, site);
  if (!isPage(fetched)) return plainLook(url, fetched, 'page');
  const content = readPage(decodePage(fetched.body, fetched.headers['content-type']), finalUrl);
  const page = { site, url, depth, millis: fetched.millis, bytes: fetched.body.length, content, today };
  const missing = depth === 0 ? [] : softMissing(page, unmade);
  const marks = missing.length > 0 ? missing : PAGE_CHECKS.flatMap((check) => check(page));
  const looked = lookedOf(url, fetched, marks);
  const column = missing.length > 0 ? undefined : columnOf(page);
  const assets = [
    ...new Set(content.links.filter((link) => roleOf(link, site.hosts) === 'asset').map((link) => link.url)),
  ];
  return {
    looked: {
      ...looked,
      ...{ title: content.title, anchors: [...content.anchors], assets: assets.slice(0, 300) },
      ...(column && { column }),
    },
    found: content.links.map((link) => ({ url: link.url, role: roleOf(link, site.hosts), depth: depth + 1 })),
    links: content.links.map((link) => ({
      target: link.url,
      fragment: isPlace(link) ? link.fragment : '',
      source: url,
      words: link.words.slice(0, 100),
    })),
  };
}

/** The page it leads to is judged under its own address. An article that leads to the home page is not there any more. */
function redirected({ url, depth }: Waiting, fetched: Answered, home: string, site: SiteRules): Look {
  const { finalUrl } = fetched;
  const gone = finalUrl === home && /\d[^/]*$/.test(new URL(url).pathname);
  const look = plainLook(url, fetched, 'page', gone ? [markOf('softMissing', url, '打开后跳到了首页。')] : []);
  const role = roleOf({ url: finalUrl, use: 'link' }, site.hosts);
  return {
    ...look,
    found: [{ url: finalUrl, role, depth }],
    links: [{ target: finalUrl, fragment: '', source: url, words: '' }],
  };
}

/** A place within the page; not the state of a script, not the top, not a text to be marked. */
function isPlace({ use, fragment }: PageLink): boolean {
  return use === 'link' && fragment !== '' && fragment !== 'top' && !/^[!/]|:~:|^:/.test(fragment);
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
