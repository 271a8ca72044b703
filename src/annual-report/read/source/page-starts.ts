/** 第几页: where a file has pages, `PAGE_START` stands alone in a paragraph at the beginning of each; it is counted and taken out. */
import { PAGE_START } from '../../../statute/paper.ts';
import type { Piece } from './piece.ts';

export interface PagedPieces {
  readonly pieces: readonly Piece[];
  /** From 1; null where the file has no pages. */
  readonly pageOf: (piece: Piece) => number | null;
}

export function withoutPageStarts(pieces: readonly Piece[]): PagedPieces {
  if (!pieces.some(isStart)) return { pieces, pageOf: () => null };
  const pages = new Map<Piece, number>();
  let page = 0;
  for (const piece of pieces) {
    if (isStart(piece)) page += 1;
    else pages.set(piece, page);
  }
  return { pieces: [...pages.keys()], pageOf: (piece) => pages.get(piece) || null };
}

function isStart(piece: Piece): boolean {
  return piece.kind === 'line' && piece.text === PAGE_START;
}
