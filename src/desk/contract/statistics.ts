/** 统计, as the console sees it. */
import type { CountedFigure, Figures } from '../../requests/statistics.ts';
import type { RequestLineView } from './requests.ts';

export interface StatisticsColumn {
  readonly figure: keyof Figures;
  readonly term: string;
  /** 口径, in a sentence. */
  readonly means: string;
  /** Which files it opens. */
  readonly opens: CountedFigure;
}

export interface StatisticsLine extends Figures {
  /** Of the total it is empty. */
  readonly key: string;
  /** 所属的大类; empty where a line belongs to none. */
  readonly group: string;
  readonly term: string;
}

export interface StatisticsTable {
  /** Names the table where a figure of it is opened. */
  readonly name: string;
  readonly term: string;
  readonly lines: readonly StatisticsLine[];
}

export interface StatisticsView {
  readonly year: number;
  readonly columns: readonly StatisticsColumn[];
  readonly tables: readonly StatisticsTable[];
  readonly total: StatisticsLine;
}

/** 数字背后的申请. */
export interface CountedFilesView {
  /** Which figure it is, in words. */
  readonly says: string;
  readonly means: string;
  readonly total: number;
  readonly pageSize: number;
  readonly lines: readonly {
    readonly line: RequestLineView;
    /** From receipt to reply; null without a reply in the year. */
    readonly workdays: number | null;
  }[];
}
