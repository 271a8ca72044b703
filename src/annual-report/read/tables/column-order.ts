/** 列的次序: a few reports print the columns of Table 3 in an order of their own (总计 first); their head says so. */
import { APPLICANT_COLUMNS } from '../../form.ts';
import { type Piece, type Row, textOf } from '../source/piece.ts';
import { fold, wordsOnly } from './fold.ts';

/** For each column of the form, its place among the seven printed. */
export interface ColumnOrder {
  readonly places: readonly number[];
  /**
   * `sure`: one line or row names every column, or a head of two levels stands as it should, 法人或其他组织 above its five. Else the merged
   * cells of the head may be broken, or printed one after another.
   */
  readonly sure: boolean;
  /** Whether the head stands in lines of text, where no cell ties a column to its name. */
  readonly inText: boolean;
}

const OVER_FIVE = '法人或其他组织';
/** The columns 法人或其他组织 stands above. */
const FIVE = APPLICANT_COLUMNS.slice(1, -1);
const TOP = [APPLICANT_COLUMNS[0]!, OVER_FIVE, APPLICANT_COLUMNS.at(-1)!];

/** @returns null where the head does not name all columns */
export function columnOrder(head: readonly Piece[]): ColumnOrder | null {
  for (const piece of head) {
    if (/法人/.test(wordsOnly(textOf(piece)))) continue;
    const places = orderOf(placesIn(namesOf(piece), APPLICANT_COLUMNS));
    if (places) return { places, sure: true, inText: piece.kind === 'line' };
  }
  const inRows = inTwoRows(head.filter((piece): piece is Row => piece.kind === 'row'));
  const sure = inRows ?? inTwoLines(head);
  if (sure) return { places: sure, sure: true, inText: inRows === null };
  const words = head.flatMap(namesOf);
  const places = orderOf(placesIn(words, APPLICANT_COLUMNS));
  return places && { places, sure: false, inText: true };
}

/** Merged cells tell the columns they stand above, where none of them is broken. */
function inTwoRows(rows: readonly Row[]): number[] | null {
  const above = rows.find((row) => namesOf(row).some((name) => sameColumn(name, OVER_FIVE)));
  const below = rows.find((row) => !placesIn(namesOf(row), FIVE).includes(-1));
  if (!above || !below || above.cells.length !== below.cells.length) return null;
  const columns = placesIn(namesOf(below), FIVE);
  const [person, , total] = placesIn(namesOf(above), TOP) as [number, number, number];
  const covered = namesOf(above).flatMap((name, at) => (sameColumn(name, OVER_FIVE) ? [at] : []));
  if (covered.length !== FIVE.length || !columns.every((at) => covered.includes(at))) return null;
  return orderOf([person, ...columns, total]);
}

/** The upper level in a line, the five of 法人或其他组织 in it or in another. */
function inTwoLines(head: readonly Piece[]): number[] | null {
  const lines = head.filter(({ kind }) => kind === 'line').map(namesOf);
  const upper = lines.map((names) => placesIn(names, TOP)).find((places) => !places.includes(-1));
  const lower = lines.map((names) => placesIn(names, FIVE)).find((places) => !places.includes(-1));
  const [person, over, total] = orderOf(upper ?? [-1]) ?? [];
  const five = orderOf(lower ?? [-1]);
  if (person === undefined || over === undefined || total === undefined || !five) return null;
  const past = (place: number) => (place > over ? place + FIVE.length - 1 : place);
  return [past(person), ...five.map((place) => over + place), past(total)];
}

function namesOf(piece: Piece): string[] {
  if (piece.kind === 'row') return piece.cells.map(({ text }) => wordsOnly(text));
  return fold(piece.text).split(/[\s|]+/);
}

function placesIn(names: readonly string[], wanted: readonly string[]): number[] {
  return wanted.map((name) => names.findIndex((word) => sameColumn(word, name)));
}

export function sameColumn(words: string, name: string): boolean {
  return words === name || (name === '总计' && words === '合计');
}

function orderOf(columns: readonly number[]): number[] | null {
  const sorted = [...columns].sort((a, b) => a - b);
  if (columns.includes(-1) || new Set(columns).size !== columns.length) return null;
  return columns.map((column) => sorted.indexOf(column));
}
