/**
 * 第几页、有没有图片: where a file has pages, `PAGE_START` stands alone in a paragraph at the beginning of each, and `PICTURE_PLACE` for its pictures; both are
 * counted and taken out.
 */
import { PAGE_START, PICTURE_PLACE } from '../../../statute/paper.ts';
import type { Piece } from './piece.ts';

export interface PagedPieces {
  readonly pieces: readonly Piece[];
  /** From 1; null where the file has no pages. */
  readonly pageOf: (piece: Piece) => number | null;
  /** Whether pictures of the file are large enough to show a table. */
  readonly pictured: boolean;
}

export function withoutPageStarts(given: readonly Piece[]): PagedPieces {
  const pieces = given.filter((piece) => !isMark(piece, PICTURE_PLACE));
  const pictured = pieces.length < given.length;
  if (!pieces.some(isStart)) return { pieces, pageOf: () => null, pictured };
  const pages = new Map<Piece, number>();
  let page = 0;
  for (const piece of pieces) {
    if (isStart(piece)) page += 1;
    else pages.set(piece, page);
  }
  return { pieces: [...pages.keys()], pageOf: (piece) => pages.get(piece) || null, pictured };
}

function isStart(piece: Piece): boolean {
  return isMark(piece, PAGE_START);
}

/** Marks of several pages may stand on one line. */
function isMark(piece: Piece, mark: string): boolean {
  return piece.kind === 'line' && piece.text.startsWith(mark) && piece.text.replaceAll(mark, '') === '';
}
