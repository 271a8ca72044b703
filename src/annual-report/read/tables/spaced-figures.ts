/**
 * 分散排印的数 [ANR-64]: `1 2 3` of one figure, or thousands apart by a blank, where cells stand further apart. One way of writing holds for the whole report,
 * and the rows of Table 3 prove it: their totals are the sums of figures put together again, and of nothing else.
 */
import { APPLICANT_COLUMNS } from '../../form.ts';
import type { Regions } from '../regions.ts';
import type { Cell, Piece } from '../source/piece.ts';
import { fold } from './fold.ts';
import { sumsUp } from './splits.ts';

const WIDTH = APPLICANT_COLUMNS.length;
/** So many rows that hold only when their figures are put together are no coincidence. */
const WITNESSES = 2;
const MOST = 0.8;
/** One blank stands inside a figure, more or a tab between two cells. */
const APART = /\s{2,}|\t/;

const WAYS: readonly RegExp[] = [/^\d(?: [\d.])*$/, /^\d{1,3}(?: \d{3})*(?:\.\d+)?$/];

export function figuresTogether(regions: Regions): Regions {
  const rows = regions.table3.map(cellsIn);
  const way = WAYS.find((each) => isProved(rows, each));
  if (!way) return regions;
  const put = (pieces: readonly Piece[]) => pieces.map((piece) => together(piece, way));
  const { table2, table3, table4 } = regions;
  return { ...regions, table2: put(table2), table3: put(table3), table4: put(table4) };
}

function cellsIn(piece: Piece): string[] {
  const cells =
    piece.kind === 'line' ? fold(piece.text).trim().split(APART) : piece.cells.map(({ text }) => fold(text).trim());
  return cells.filter((text) => /^\d[\d .]*$/.test(text));
}

function isProved(rows: readonly (readonly string[])[], way: RegExp): boolean {
  const whole = rows.filter(({ length }) => length === WIDTH);
  if (!rows.flat().every((text) => way.test(text) && !/^0[\d ]*\d/.test(text))) return false;
  const told = whole.map((cells) => cells.map(joined)).filter((row) => row.some(Boolean));
  // What stands before each blank may be this year's figure, and what stands behind it another's: then both add up.
  const spaced = whole.filter((cells) => sumsUp(cells.map(joined)) && !sumsUp(cells.map(firstOf)));
  return spaced.length >= WITNESSES && told.filter(sumsUp).length >= told.length * MOST;
}

function joined(text: string): number {
  return Number(text.replace(/ /g, ''));
}

function firstOf(text: string): number {
  return Number(text.split(' ')[0]);
}

function together(piece: Piece, way: RegExp): Piece {
  const put = (text: string) => (way.test(fold(text).trim()) ? fold(text).replace(/ /g, '') : text);
  return piece.kind === 'row'
    ? { ...piece, cells: piece.cells.map((cell): Cell => ({ ...cell, text: put(cell.text) })) }
    : { ...piece, text: piece.text.split(APART).map(put).join('  ') };
}
