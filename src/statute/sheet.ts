/**
 * 表格 Sheet: a table that people fill in and hand over as a file, as values. A room says which columns it has and what they mean;
 * `platform/papers/` writes the empty one and reads the full one, and knows no duty.
 */
import type { Issue } from './issue.ts';

export interface SheetColumn<Key extends string = string> {
  readonly key: Key;
  /** 表头, as it must stand in the first row. */
  readonly head: string;
  readonly must: boolean;
  /** How to fill it in, with an example. */
  readonly hint: string;
  /** Offered in the sheet as a list. */
  readonly choices?: readonly string[];
}

/** One line of cells as text; dates as `2026-02-24`, an empty cell as ''. */
export interface SheetLine<Key extends string = string> {
  /** Number of the row as the program that made it shows it. */
  readonly at: number;
  readonly cells: Readonly<Record<Key, string>>;
}

/** What is wrong with a field of a form or a cell of a line: the same words, wherever it was typed. */
export interface CellFault<Key extends string = string> {
  readonly key: Key;
  readonly says: string;
  readonly advice: string;
}

/** Beside the field of a form. */
export function asFieldIssue({ says, advice }: CellFault, where: string, code: string): Issue {
  return { code, severity: 'error', where, says, basis: '期初登记', advice };
}

/** 第几行、哪一列、怎么改. */
export function asCellIssue(
  { key, says, advice }: CellFault,
  at: number,
  columns: readonly SheetColumn[],
  code: string,
): Issue {
  const head = columns.find((column) => column.key === key)?.head ?? key;
  return { code, severity: 'error', where: `第 ${at} 行“${head}”`, says, basis: '期初登记', advice };
}
