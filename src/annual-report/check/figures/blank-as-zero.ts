/**
 * 空白格怎样参加计算: a blank part counts as 0 and a blank 总计 as the sum of its parts, so that a blank is reported once,
 * as a blank, and not again by every sum it stands in. A figure the source shows but nobody could settle stays unknown.
 */
import type { Figure, Report, ReportFigures, Table3Row } from '../../report.ts';
import { total } from '../worked-sum.ts';
import { rowPointer, TOTAL_COLUMN } from './cells.ts';

export interface Reckoned {
  readonly value: number;
  /** Whether a blank had to be read as a figure. */
  readonly assumed: boolean;
}

export function isUndecided(report: Report, pointer: string): boolean {
  return report.undecided.some((known) => pointer === known || pointer.startsWith(`${known}/`));
}

/** One cell of Table 3; undefined when the row is not in the report or the figure, or one that makes it up, is undecided. */
export function cellOf(report: Report, code: string, column: number): Reckoned | undefined {
  const row = report.table3.rows[code];
  if (!row || isUndecided(report, `${rowPointer(code)}/${column}`)) return undefined;
  const figure = row[column] ?? null;
  if (figure !== null) return { value: figure, assumed: false };
  if (column < TOTAL_COLUMN) return { value: 0, assumed: true };
  const settled = row.every((_, i) => !isUndecided(report, `${rowPointer(code)}/${i}`));
  return settled ? { value: partsSum(row), assumed: true } : undefined;
}

/** Several cells of one column together; undefined when one of them is. */
export function cellsOf(report: Report, codes: readonly string[], column: number): readonly Reckoned[] | undefined {
  const cells = codes.map((code) => cellOf(report, code, column));
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

/** The figures with every blank 总计 of Table 3 filled from its parts, for the narrative to be held against. */
export function withTotals(report: Report): ReportFigures {
  const rows = Object.entries(report.table3.rows).map(([code, row]) => {
    const sum = row?.some((figure) => figure !== null) ? cellOf(report, code, TOTAL_COLUMN) : undefined;
    return [code, row && sum ? [...row.slice(0, -1), sum.value] : row] as const;
  });
  return { ...report, table3: { ...report.table3, rows: Object.fromEntries(rows) } };
}

export function partsSum(row: readonly Figure[] | Table3Row): number {
  return total(row.slice(0, -1).map((figure) => figure ?? 0));
}
