/** 表头 of a table in cells: which rows are its head, what stands over each column, and whether its rows are as wide as it. */
import { APPLICANT_COLUMNS } from '../../form.ts';
import type { Piece, Row } from '../source/piece.ts';
import { sameColumn } from './column-order.ts';
import { readCell } from './figure-text.ts';
import { wordsOnly } from './fold.ts';
import { rowNamed } from './labels.ts';

export interface HeadedTable {
  readonly body: readonly Row[];
  /** Cells of every row of the head and of most below it. */
  readonly width: number;
  /** What stands over each column, from top to bottom, a merged cell over each of its columns. */
  readonly over: readonly (readonly string[])[];
}

/** Of its rows, so many are as wide as the head. */
const MOST = 0.8;
/** Fewer rows are no table of the form, but where a page ends behind them. */
const FEWEST = 5;

export function tablesIn(pieces: readonly Piece[]): Row[][] {
  const tables = new Map<number, Row[]>();
  for (const piece of pieces) {
    if (piece.kind !== 'row') continue;
    const rows = tables.get(piece.table);
    if (rows) rows.push(piece);
    else tables.set(piece.table, [piece]);
  }
  return [...tables.values()];
}

/** The tables of a region; one without a head goes on under that of the table before, where it is as wide. */
export function headedTables(pieces: readonly Piece[]): HeadedTable[] {
  const tables: HeadedTable[] = [];
  for (const rows of tablesIn(pieces)) {
    const table = headed(rows) ?? goesOn(rows, tables.at(-1));
    if (table) tables.push(table);
  }
  return tables;
}

function goesOn(rows: readonly Row[], before: HeadedTable | undefined): HeadedTable | null {
  if (!before || !rows[0] || !isBody(rows[0])) return null;
  return rows.every(({ cells }) => cells.length === before.width) ? { ...before, body: rows } : null;
}

/** @returns null where cells of the head are missing or broken, so that nothing stands over a column for sure */
function headed(rows: readonly Row[]): HeadedTable | null {
  const first = rows.findIndex(isBody);
  const [head, body] = [rows.slice(0, Math.max(first, 0)), rows.slice(first)];
  const width = head[0]?.cells.length ?? 0;
  const wide = body.filter(({ cells }) => cells.length === width).length;
  if (head.some(({ cells }) => cells.length !== width) || wide < body.length * MOST) return null;
  const over = Array.from({ length: width }, (_, column) =>
    head.map(({ cells }) => wordsOnly(cells[column]!.text)).filter((words) => words !== ''),
  );
  const names = over.map((words) => words.at(-1) ?? '');
  const isWhole = APPLICANT_COLUMNS.every((column) => names.some((name) => sameColumn(name, column)));
  return body.length >= (isWhole ? 1 : FEWEST) ? { body, width, over } : null;
}

/** A row with a label and a figure in it. */
function isBody({ cells }: Row): boolean {
  const own = cells.filter((cell) => cell.own).map(({ text }) => text);
  return own.some((text) => rowNamed(text) !== null) && own.some((text) => readCell(text).says === 'figure');
}
