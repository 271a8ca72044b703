/**
 * 按表头归列的表四 [ANR-62]: by the names over each of its columns, where it prints groups or results in an order of its own, a column that is none of
 * the form's, or the whole table twice. A column no name stands over is not found.
 */
import { LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { Figure } from '../../report.ts';
import type { Piece, Row } from '../source/piece.ts';
import { isFigureText, readCell } from './figure-text.ts';
import { wordsOnly } from './fold.ts';
import { tablesIn } from './headed-table.ts';
import { cellFigure, isMisprint, type Misprint } from './slot.ts';
import { GROUPS, indexIn, RESULTS } from './table4-head.ts';

const WIDTH = LITIGATION_COLUMNS.length;
const CELLS = WIDTH * LITIGATION_GROUPS.length;
/** Of the fifteen, so many must be named: else the head is broken. */
const FEWEST = 11;

export type Cells = readonly (Figure | undefined | Misprint)[];

/** @returns null where the head is broken or two tables differ */
export function byNames(pieces: readonly Piece[]): Cells | null {
  const read = tablesIn(pieces).flatMap((rows) => cellsUnder(rows) ?? []);
  const [first, ...others] = read;
  return first && others.every((cells) => JSON.stringify(cells) === JSON.stringify(first)) ? first : null;
}

function cellsUnder(rows: readonly Row[]): Cells[] | null {
  const at = rows.findIndex(isFigures);
  const [head, body] = [rows.slice(0, Math.max(at, 0)), rows[at]];
  if (!body || head.length === 0 || [...head, body].some(({ cells }) => cells.length !== body.cells.length))
    return null;
  if (rows.slice(at + 1).some(isFigures)) return null;
  const cells: Cells[number][] = Array(CELLS).fill(undefined);
  const found = new Set<number>();
  for (const [column, cell] of body.cells.entries()) {
    const names = head.map(({ cells }) => wordsOnly(cells[column]!.text)).filter((words) => words !== '');
    const result = indexIn(RESULTS, names.at(-1) ?? '')[0];
    const group = names.flatMap((name) => indexIn(GROUPS, name))[0];
    if (result === undefined || group === undefined) continue;
    const place = group * WIDTH + result;
    if (found.has(place)) return null;
    found.add(place);
    const figure = cellFigure(cell.text);
    const clear = typeof figure === 'number' || figure === null || isMisprint(figure);
    cells[place] = cell.own && clear ? figure : undefined;
  }
  return found.size >= FEWEST ? [cells] : null;
}

/** The row of the figures: no words in it, and at least one figure. */
function isFigures({ cells }: Row): boolean {
  return cells.some(({ text }) => readCell(text).says === 'figure') && cells.every(({ text }) => isFigureText(text));
}
