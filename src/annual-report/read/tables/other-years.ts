/** 别的年度的表 [ANR-75]: a table under a line that names another year (2023年) beside this year's, as pages print two years for comparison. */
import type { Piece } from '../source/piece.ts';
import { fold } from './fold.ts';

/** So many rows that are left are a table of the form. */
const FEWEST = 15;
const YEAR = /^\(?(20\d\d)年度?\)?:?$/;

export function withoutOtherYears(pieces: readonly Piece[], year: number | null): readonly Piece[] {
  const others = new Set<number>();
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (piece.kind !== 'row' || before?.kind !== 'line') continue;
    const named = YEAR.exec(fold(before.text).replace(/\s/g, ''))?.[1];
    if (named !== undefined && year !== null && Number(named) !== year) others.add(piece.table);
  }
  if (others.size === 0) return pieces;
  const left = pieces.filter((piece) => piece.kind === 'line' || !others.has(piece.table));
  return left.filter(({ kind }) => kind === 'row').length >= FEWEST ? left : pieces;
}
