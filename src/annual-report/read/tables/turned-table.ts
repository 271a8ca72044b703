/**
 * 行列互换的表三 [ANR-63]: a row for each kind of applicant and a column for each row of the form. Head and labels both name what they stand for, so it is
 * turned back as a whole, or left as it is.
 */
import { APPLICANT_COLUMNS } from '../../form.ts';
import { UNSETTLED } from '../../report.ts';
import type { Cell, Piece, Row } from '../source/piece.ts';
import { sameColumn } from './column-order.ts';
import { wordsOnly } from './fold.ts';
import { tablesIn } from './headed-table.ts';
import { rowNamed } from './labels.ts';

/** So many rows of the form side by side stand in no other head. */
const FEWEST = 10;

export function turnedBack(pieces: readonly Piece[]): readonly Piece[] {
  const turned = new Map(tablesIn(pieces).map((rows) => [rows[0]!.table, turn(rows)] as const));
  const told = new Set<number>();
  return pieces.flatMap((piece) => {
    const rows = piece.kind === 'row' ? turned.get(piece.table) : null;
    if (piece.kind === 'line' || !rows) return [piece];
    if (told.has(piece.table)) return [];
    told.add(piece.table);
    return rows;
  });
}

function turn(rows: readonly Row[]): Row[] | null {
  const applicants = APPLICANT_COLUMNS.map((name) => rows.filter(({ cells }) => sideOf(cells) === name));
  if (applicants.some(({ length }) => length !== 1)) return null;
  const body = applicants.map(([row]) => row!);
  const head = rows.filter((row) => !body.includes(row));
  const width = body[0]!.cells.length;
  if (rows.indexOf(body[0]!) < head.length || rows.some(({ cells }) => cells.length !== width)) return null;
  const columns = Array.from({ length: width }, (_, at) => {
    const label = [...new Set(head.map(({ cells }) => cells[at]!.text))].join(' ');
    return { label, code: rowNamed(label), figures: body.map(({ cells }) => figureIn(cells[at]!)) };
  }).filter(({ code }) => code !== null);
  if (columns.length < FEWEST || new Set(columns.map(({ code }) => code)).size < columns.length) return null;
  return columns.map(({ label, figures }) => ({
    kind: 'row',
    cells: [{ text: label, own: true }, ...figures],
    table: body[0]!.table,
  }));
}

/** A figure that reaches over several columns tells none of them. */
function figureIn({ text, own }: Cell): Cell {
  return { text: own ? text : UNSETTLED, own: true };
}

/** The kind of applicant that a row is of: the last words at its side. */
function sideOf(cells: readonly Cell[]): string | undefined {
  const words = cells.slice(0, 2).map(({ text }) => wordsOnly(text));
  return APPLICANT_COLUMNS.find((name) => sameColumn(words.findLast((text) => text !== '') ?? '', name));
}
