/** 一年的记录 YearRecords: what every room counted for the year, before it is put into the form. */
import type { YearTotals } from '../enforcement/decision-count.ts';
import type { InteractionKindName } from '../interaction/interaction.ts';
import type { SupervisionCounts } from '../supervision/year-figures.ts';

/** 制发、废止、现行有效 (rulebook: 现行有效 is the stock on 31 December). */
export interface Stock {
  readonly made: number;
  readonly repealed: number;
  readonly valid: number;
}

/** 维持、纠正、其他、尚未审结; the total is computed. */
export type Results = readonly [number, number, number, number];

export interface PublishedFigures {
  /** Distinct items published in the year: an item in two columns is one. */
  readonly items: number;
  readonly inTwoColumns: number;
  /** 动态、概况、目录: placements by top column; together more than `items` where items stand twice. */
  readonly news: number;
  readonly overview: number;
  readonly catalogue: number;
  readonly specialColumns: number;
  readonly gazettes: number;
  readonly interpretations: number;
  readonly meetings: number;
}

export interface FeeFigures {
  /** 收费通知件数, 实际收取的元. */
  readonly notices: number;
  readonly collectedYuan: number;
}

export interface YearRecords {
  readonly regulations: Stock;
  readonly normativeDocuments: Stock;
  readonly decisions: YearTotals;
  /** By row code of the form: six figures by kind of applicant; a row that is missing is zero. */
  readonly applications: Readonly<Record<string, readonly number[]>>;
  readonly review: Results;
  readonly directLitigation: Results;
  readonly postReviewLitigation: Results;
  readonly published: PublishedFigures;
  readonly interactions: Readonly<Record<InteractionKindName, number>>;
  readonly processingFee: FeeFigures;
  readonly supervision: SupervisionCounts;
}
