/** 网页里有什么 PageContent: what the checks look at, read once from the text of a page. */
import type { CivilDate } from '../statute/civil-date.ts';

export interface PageLink {
  /** Resolved, without its fragment. */
  readonly url: string;
  /** Decoded; empty where there is none. */
  readonly fragment: string;
  readonly words: string;
  /** 链接, 嵌入的文件, 脚本, 框架; `jump` is where a script, a menu or the head of the page leads. */
  readonly use: 'link' | 'asset' | 'script' | 'frame' | 'jump';
  /** In the head, foot or menu that every page has. */
  readonly inFrame: boolean;
  /** Where no reader sees it. */
  readonly hidden: boolean;
}

/** 列表里的一条: a line with a link and the day beside it. */
export interface ListEntry {
  readonly url: string;
  readonly words: string;
  readonly day: CivilDate;
}

export interface PageContent {
  readonly title: string;
  /** By name in lower case; of several with one name all. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly headings: readonly string[];
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly PageLink[];
  /** 写错的网址, as they stand there: no browser can open them for a reader. */
  readonly miswritten: readonly string[];
  readonly entries: readonly ListEntry[];
  /** What stands between head and foot, a line for each block. */
  readonly words: string;
  /** Head, menu and foot. */
  readonly frameWords: string;
  /** Where no reader sees it, or not before he opens it. */
  readonly hiddenWords: string;
  /** What stands beside pictures and in fields, a line each. */
  readonly besideWords: string;
  /** What the page's own scripts say in a box when it is opened. */
  readonly alerts: readonly string[];
  /** 要运行脚本才有内容: a list that a script fills cannot be judged from the text. */
  readonly filledByScript: boolean;
  /** It sends the reader on to another page by itself. */
  readonly leadsOn: boolean;
}
