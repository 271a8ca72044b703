/** 统计, as the console sees it. */
import type { Term } from './words.ts';

export interface StatisticsLine {
  /** Null where no list can be opened. */
  readonly path: string | null;
  readonly term: string;
  readonly received: number;
  readonly closed: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly late: number;
}

export interface StatisticsView {
  readonly year: number;
  /** What each column means: `term` above it, `name` in a sentence. */
  readonly columns: readonly Term[];
  readonly tables: readonly { readonly term: string; readonly lines: readonly StatisticsLine[] }[];
  readonly total: StatisticsLine;
}
