/** 一轮检查 CrawlRound: what the crawler keeps between two of its steps, so that it can be stopped and taken up again. */
import type { SeenColumn } from './checks/columns-online.ts';
import type { RoleOfAddress } from './checks/dead-link.ts';
import type { Grade, Mark } from './finding-kinds.ts';

/** An address that waits to be looked at. */
export interface Waiting {
  readonly url: string;
  readonly role: RoleOfAddress;
  readonly depth: number;
}

export interface SeenLink {
  readonly target: string;
  readonly fragment: string;
  readonly source: string;
  readonly words: string;
}

/** What became of one address. */
export interface Looked {
  readonly url: string;
  readonly grade: Grade;
  readonly says: string;
  readonly status: number | null;
  readonly millis: number | null;
  readonly bytes: number | null;
  readonly title: string | null;
  readonly finalUrl: string | null;
  readonly anchors: readonly string[] | null;
  readonly assets: readonly string[] | null;
  readonly marks: readonly Mark[];
  /** 栏目, where the page is one. */
  readonly column?: SeenColumn;
}

/** What one step of the crawler has to keep. */
export interface Progress {
  readonly found: readonly Waiting[];
  readonly links: readonly SeenLink[];
  readonly looked: readonly Looked[];
  readonly leftOut: number;
}
