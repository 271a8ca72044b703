/** 列的次序: a few reports print the columns of Table 3 in an order of their own (总计 first); their head says so. */
import { APPLICANT_COLUMNS } from '../../form.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { fold, wordsOnly } from './fold.ts';

/**
 * For each column of the form, its place among the seven printed; null where the head does not name all of them. A head of two
 * levels says little, since its merged cells may be broken or printed one after another: `alone` is false.
 */
export interface ColumnOrder {
  readonly places: readonly number[];
  /** One line or row names every column, and no 法人或其他组织 above some of them. */
  readonly alone: boolean;
}

export function columnOrder(head: readonly Piece[]): ColumnOrder | null {
  for (const piece of head) {
    const words = fold(textOf(piece));
    const names = piece.kind === 'row' ? piece.cells.map(({ text }) => wordsOnly(text)) : words.split(/[\s|]+/);
    const places = orderOf(APPLICANT_COLUMNS.map((name) => names.findIndex((word) => sameColumn(word, name))));
    if (places) return { places, alone: !/法人/.test(words) };
  }
  const places = orderOf(APPLICANT_COLUMNS.map((name) => columnIn(head, name)));
  return places && { places, alone: false };
}

function columnIn(head: readonly Piece[], name: string): number {
  for (const piece of head) {
    if (piece.kind !== 'row') continue;
    const at = piece.cells.findIndex(({ text }) => sameColumn(wordsOnly(text), name));
    if (at >= 0) return at;
  }
  return -1;
}

function sameColumn(words: string, name: string): boolean {
  return words === name || (name === '总计' && words === '合计');
}

function orderOf(columns: readonly number[]): number[] | null {
  const sorted = [...columns].sort((a, b) => a - b);
  if (columns.includes(-1) || new Set(columns).size !== columns.length) return null;
  return columns.map((column) => sorted.indexOf(column));
}
