/** 看到的一页 SeenPage: what a check of one page knows, and nothing else. */
import type { WordFinder } from '../review/county-words.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { FindingKindName, Mark } from './finding-kinds.ts';
import type { PageContent } from './page-content.ts';

/** 站点规则: what holds for every page of a site. */
export interface SiteRules {
  /** `host` or `host:port` of every address that is the site's own. */
  readonly hosts: ReadonlySet<string>;
  /** Scripts from these hosts are welcome. */
  readonly scriptHosts: ReadonlySet<string>;
  readonly slowMs: number;
  readonly heavyBytes: number;
  /** 栏目档案: the kind of a column, by the address of its page; before what the page says of itself. */
  readonly columns: ReadonlyMap<string, ColumnKindName>;
  /** Finds the words in force for the agency whose site it is. */
  readonly words: WordFinder;
}

/** 栏目类别 and how long it may stand still (国办秘函〔2019〕19号, 栏目不更新). */
export const COLUMN_KINDS = {
  news: { term: '动态、要闻', days: 14, warnDays: 10 },
  notices: { term: '通知公告、政策文件', months: 6, warnDays: 150 },
  other: { term: '其他栏目' },
} as const;
export type ColumnKindName = keyof typeof COLUMN_KINDS;

export interface SeenPage {
  readonly site: SiteRules;
  readonly url: string;
  /** 0 for the home page. */
  readonly depth: number;
  readonly millis: number;
  readonly bytes: number;
  readonly content: PageContent;
  readonly today: CivilDate;
}

export type PageCheck = (page: SeenPage) => readonly Mark[];

export function markOf(kind: FindingKindName, url: string, says: string, detail = ''): Mark {
  return { kind, url, detail, says };
}
