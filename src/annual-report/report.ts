/**
 * 政府信息公开工作年度报告: the figures and the text of one report, whether compiled from our own records or read from a
 * published page. `null` = the cell is blank, absent or cannot be decided; never 0.
 */
import type { FormatName } from './form.ts';

export type Figure = number | null;

/** Seven figures: 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计. */
export type Table3Row = readonly Figure[];

export interface Table2 {
  readonly regulations: { readonly made: Figure; readonly repealed: Figure; readonly valid: Figure };
  readonly normativeDocuments: { readonly made: Figure; readonly repealed: Figure; readonly valid: Figure };
  readonly licensing: Figure;
  readonly punishment: Figure;
  readonly coercion: Figure;
  /** 行政事业性收费, in 万元, decimals kept. */
  readonly feesWan: Figure;
}

export interface Table3 {
  readonly columns: readonly string[];
  /** By row code of `form.ts`; null where the form has the row and the report lacks it. */
  readonly rows: Readonly<Record<string, Table3Row | null>>;
}

/** Five figures each: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
export interface Table4 {
  readonly review: readonly Figure[];
  readonly directLitigation: readonly Figure[];
  readonly postReviewLitigation: readonly Figure[];
}

export interface ReportFigures {
  /** Name of the agency as the report gives it; null when it cannot be told. */
  readonly unit: string | null;
  readonly year: number | null;
  readonly format: FormatName;
  /** null in the trial format, whose Table 2 asks other things. */
  readonly table2: Table2 | null;
  readonly table3: Table3;
  readonly table4: Table4;
  /** Undecided figures that stand without borders between them, as printed, by the pointer of their row: `77132470`. */
  readonly glued?: Readonly<Record<string, string>>;
  /** 印错的数 [ANR-73]: figures that are clear and can be no count, as printed, by pointer: `-1`, `1.5`, `3人`. A check names them, a comparison leaves them out. */
  readonly misprints?: Readonly<Record<string, string>>;
}

/** A part of the narrative: the heading as the report prints it (empty before the first) and its sentences. */
export interface NarrativeSection {
  readonly heading: string;
  readonly text: string;
}

export interface Report extends ReportFigures {
  /** The prose without the tables, in the order of the report. Line breaks of the layout are joined. */
  readonly narrative: readonly NarrativeSection[];
  /** JSON Pointers of figures that cannot be settled, or were not met in the source (`/table3/rows/3.4.1/6`). */
  readonly undecided: readonly string[];
}

/** What is printed for a figure that nobody could settle [ANR-34]: a blank would say that the report has none. */
export const UNSETTLED = '待定';

/** Whether the pointer, or the row it stands in, is among the undecided. */
export function isUndecided(pointer: string, undecided: Report['undecided']): boolean {
  return undecided.some((where) => pointer === where || pointer.startsWith(`${where}/`));
}
