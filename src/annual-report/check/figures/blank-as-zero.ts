/**
 * 空白格怎样参加计算: a blank part counts as 0 and a blank 总计 as the sum of its parts, so that a blank is reported once,
 * as a blank, and not again by every sum it stands in. A figure the source shows but nobody could settle stays unknown.
 */
import type { Figure, Report, Table3Row } from '../../report.ts';
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

/** One cell of Table 3; undefined when the row is not in the report or the figure is undecided. */
export function cellOf(report: Report, code: string, column: number): Reckoned | undefined {
  const row = report.table3.rows[code];
  if (!row || isUndecided(report, `${rowPointer(code)}/${column}`)) return undefined;
  const figure = row[column] ?? null;
  if (figure !== null) return { value: figure, assumed: false };
  return { value: column === TOTAL_COLUMN ? partsSum(row) : 0, assumed: true };
}

/** Several cells of one column together; undefined when one of them is. */
export function cellsOf(report: Report, codes: readonly string[], column: number): readonly Reckoned[] | undefined {
  const cells = codes.map((code) => cellOf(report, code, column));
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

export function partsSum(row: readonly Figure[] | Table3Row): number {
  return total(row.slice(0, -1).map((figure) => figure ?? 0));
}
