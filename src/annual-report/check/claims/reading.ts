/** 表格读数 Reading: a figure of the tables that a claim of the text may mean, and whether it means the same scope. */
import type { Figure, ReportFigures } from '../../report.ts';
import { partsSum } from '../figures/blank-as-zero.ts';
import { TOTAL_COLUMN } from '../figures/cells.ts';
import { total } from '../worked-sum.ts';

export interface Reading {
  readonly name: string;
  readonly value: number;
  /** False where the table counts more than the words say (with 上年结转): a difference of scope, not of figures. */
  readonly sameScope: boolean;
}

/** Sum of cells of one column (总计 unless told) with the name of what they are; none when a cell is unknown. */
export function cellsReading(
  figures: ReportFigures,
  codes: readonly string[],
  name: string,
  { columns = [TOTAL_COLUMN], sameScope = true }: { columns?: readonly number[]; sameScope?: boolean } = {},
): Reading[] {
  const values = codes.flatMap((code) => columns.map((column) => cell(figures, code, column)));
  return values.every((value) => value !== undefined) ? [{ name: `表三${name}`, value: total(values), sameScope }] : [];
}

/** A total left blank, or contradicted by its own parts (which is reported as such), is read from its parts as well. */
export function rowTotals(figures: ReportFigures, code: string, name: string): Reading[] {
  const row = figures.table3.rows[code];
  if (!row) return [];
  const parts = row.slice(0, TOTAL_COLUMN);
  const stated = cellsReading(figures, [code], name);
  return parts.every((part) => part !== null)
    ? [...stated, { name: `表三${name}各类申请人之和`, value: partsSum(row), sameScope: true }]
    : stated;
}

function cell({ table3 }: ReportFigures, code: string, column: number): number | undefined {
  return table3.rows[code]?.[column] ?? undefined;
}

/** Codes of the rows under a result: 3.6 stands for its three in reports that keep one row. */
export function rowsUnder({ table3 }: ReportFigures, group: string): string[] {
  const under = Object.keys(table3.rows).filter((code) => code.startsWith(`${group}.`));
  return under.some((code) => table3.rows[code]) ? under : [group];
}

export function groupTotals(group: readonly Figure[], name: string): Reading[] {
  const stated = group.at(-1) ?? null;
  const parts = group.slice(0, -1);
  const sum = parts.every((part) => part !== null)
    ? [{ name: `${name}各项之和`, value: partsSum(group), sameScope: true }]
    : [];
  return stated === null ? sum : [{ name, value: stated, sameScope: true }, ...sum];
}
