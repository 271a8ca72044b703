/** 命中标记: a title or a passage in pieces, those that were looked for marked, for the face to set as it likes. */
import { fold } from '../review/chinese-folding.ts';

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** The pieces joined give the text; overlapping hits become one. */
export function markHits(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const [from, to] of hitsIn(fold(text), terms)) {
    if (from > end) pieces.push({ text: text.slice(end, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}

/** The passage around the first hit, or the beginning of the text. */
export function markedPassage(text: string, terms: readonly string[], length: number): Piece[] {
  const first = hitsIn(fold(text), terms)[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length));
  const passage = text.slice(start, start + length).replace(/\s/g, ' ');
  const opening = start > 0 ? '……' : '';
  const closing = start + length < text.length ? '……' : '';
  return markHits(`${opening}${passage}${closing}`, terms);
}

function hitsIn(folded: string, terms: readonly string[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push([at, at + term.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
