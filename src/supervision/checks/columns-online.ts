/** 空白栏目、栏目不更新 [SUP-16…SUP-18]: a page that says it is a column, by its own list. Entries without a day count as not updated. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { FindingKindName, Mark } from '../finding-kinds.ts';
import { type ColumnKindName, markOf, type SeenPage } from '../seen-page.ts';
import { freshness } from './column-freshness.ts';

/** 栏目的样子: what was read of a column, for the count over the whole site. */
export interface SeenColumn {
  readonly url: string;
  readonly name: string;
  readonly kind: ColumnKindName;
  /** The newest entry; null where none has a day, undefined where the list cannot be read. */
  readonly latest: CivilDate | null | undefined;
  readonly blank: boolean;
}

/** @returns undefined where the page is no column */
export function columnOf({ url, depth, site, content, today }: SeenPage): SeenColumn | undefined {
  const known = site.columns.get(url);
  const name = content.meta.get('columnname')?.[0] ?? '';
  const isArticle = content.meta.has('articletitle');
  if (!known && (depth === 0 || isArticle || !name)) return undefined;
  const kind = known ?? kindOf(content.meta.get('columntype') ?? []);
  // What a page lists is what it links to below its trail and beside its menu.
  const listed = content.links.filter(
    ({ inFrame, use, url: target }) => use === 'link' && !inFrame && target !== url && !isTurning(target, url),
  );
  const days = content.entries.map(({ day }) => day).filter((day) => day <= today);
  const latest = [...days].sort().at(-1) ?? null;
  const unreadable = listed.length === 0 && content.filledByScript;
  return {
    url,
    name: name || content.title,
    kind,
    latest: unreadable ? undefined : latest,
    blank: listed.length === 0 && !unreadable,
  };
}

export function columnMarks(column: SeenColumn, today: CivilDate): Mark[] {
  const { url, name, kind, latest, blank } = column;
  const mark = (what: FindingKindName, says: string) => [markOf(what, url, says)];
  if (blank) return mark('blankColumn', `“${name}”没有内容。`);
  if (latest === undefined || kind === 'other') return [];
  if (latest === null) return mark('staleColumn', `“${name}”的信息没有注明发布时间，视为没有更新。`);
  const { state, due } = freshness(kind, latest, today)!;
  return state === 'stale' ? mark('staleColumn', `“${name}”最近一次更新是 ${latest}，${due} 期满。`) : [];
}

/** By what the page declares (栏目类别), never by its title. */
function kindOf(declared: readonly string[]): ColumnKindName {
  const types = declared.flatMap((value) => value.split(/[，,、;；\s]+/));
  if (types.some((type) => /^(?:要闻动态|政务动态|工作动态|动态要闻|新闻|要闻)$/.test(type))) return 'news';
  if (types.some((type) => /^(?:通知公告|公示公告|公告|政策文件|规范性文件)$/.test(type))) return 'notices';
  return 'other';
}

/** 翻页: the same list further down. */
function isTurning(target: string, url: string): boolean {
  const [to, from] = [new URL(target), new URL(url)];
  if (to.host !== from.host) return false;
  if (to.pathname === from.pathname) return true;
  const stem = from.pathname.replace(/(?:index)?(?:\.\w+)?$/, '');
  return (
    to.pathname.startsWith(stem) &&
    /^(?:index)?[_-]?\d{1,3}\.\w+$/.test(to.pathname.slice(stem.length)) &&
    to.pathname.includes('index')
  );
}
