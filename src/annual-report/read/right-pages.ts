/**
 * 横着分页的表 [ANR-68]: a sheet too wide for its page is printed over two, the columns that are left behind all the others. The rest of Table 3 has as many lines
 * as its beginning has rows, under the names of the columns that are missing there; it belongs to it where the totals say so.
 */
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../form.ts';
import { partOpened } from './headings.ts';
import { type Line, line, type Piece } from './source/piece.ts';
import { fold } from './tables/fold.ts';
import { sumsUp } from './tables/splits.ts';
import { type Token, tokensOf } from './tables/tokens.ts';

const WIDTH = APPLICANT_COLUMNS.length;
const GROUP = LITIGATION_COLUMNS.length;
const CASES = GROUP * LITIGATION_GROUPS.length;
const FEWEST = 20;
const MOST = 0.8;
/** So many rows with figures that add up only as a whole are no coincidence. */
const WITNESSES = 3;

export function withRightPages(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex((piece) => piece.kind === 'line' && missingIn(piece) > 0);
  const head = pieces[from];
  if (head?.kind !== 'line') return pieces;
  const missing = missingIn(head);
  const rest = bareLines(pieces.slice(from + 1), missing);
  const rows = rowsBefore(pieces.slice(0, from), WIDTH - missing);
  if (rest.length < FEWEST || rows.length !== rest.length || !addUp(rows, rest)) return pieces;
  const joined = new Map<Piece, Piece | null>([[head, null]]);
  rows.forEach((row, i) => void joined.set(row, together(row, rest[i]!)).set(rest[i]!, null));
  joinCases(pieces, from + rest.length, joined);
  return pieces.flatMap((piece) => {
    const now = joined.get(piece);
    return now === undefined ? [piece] : (now ?? []);
  });
}

/** How many of the last columns a line names, and nothing else. */
function missingIn({ text }: Line): number {
  const names = fold(text).trim().split(/\s+/);
  const last = APPLICANT_COLUMNS.slice(-names.length);
  return names.length < WIDTH && names.join() === last.join() ? names.length : 0;
}

function numbersIn(piece: Piece | undefined): readonly Token[] {
  return piece?.kind === 'line' ? tokensOf(piece.text).filter(({ kind }) => kind === 'number') : [];
}

function isBare(piece: Piece | undefined, count: number): piece is Line {
  return piece?.kind === 'line' && numbersIn(piece).length === count && tokensOf(piece.text).length === count;
}

function bareLines(pieces: readonly Piece[], count: number): Line[] {
  const end = pieces.findIndex((piece) => !isBare(piece, count));
  return pieces.slice(0, end === -1 ? pieces.length : end).filter((piece): piece is Line => piece.kind === 'line');
}

/** The lines of Table 3 with so many figures behind their label. */
function rowsBefore(pieces: readonly Piece[], count: number): Line[] {
  const opened = pieces.findIndex((piece) => piece.kind === 'line' && partOpened(piece.text) === 'table3');
  const closed = pieces.findIndex((piece) => piece.kind === 'line' && partOpened(piece.text) === 'table4');
  return pieces.slice(opened + 1, Math.max(closed, 0)).filter((piece): piece is Line => {
    const tokens = piece.kind === 'line' ? tokensOf(piece.text) : [];
    return (
      tokens[0]?.kind === 'words' &&
      tokens.slice(-count).every(({ kind }) => kind === 'number') &&
      numbersIn(piece).length === count
    );
  });
}

function figuresOf(row: Line, rest: Line): number[] {
  return [...numbersIn(row), ...numbersIn(rest)].map((token) => ('text' in token ? Number(token.text) : 0));
}

function addUp(rows: readonly Line[], rest: readonly Line[]): boolean {
  const whole = rows.map((row, i) => figuresOf(row, rest[i]!));
  const holding = whole.filter(sumsUp);
  return holding.length >= whole.length * MOST && holding.filter((row) => row.some(Boolean)).length >= WITNESSES;
}

function together(left: Line, right: Line): Line {
  return line(`${left.text.trimEnd()}  ${right.text.trim()}`, left.whole);
}

/** The figures of Table 4 likewise, where all three groups add up. */
function joinCases(pieces: readonly Piece[], end: number, joined: Map<Piece, Piece | null>): void {
  const opened = pieces.findIndex((piece) => piece.kind === 'line' && partOpened(piece.text) === 'table4');
  const isPart = (piece: Piece): piece is Line => {
    const count = numbersIn(piece).length;
    return count >= GROUP && count < CASES && isBare(piece, count);
  };
  const [left, ...others] = pieces
    .slice(opened, end)
    .filter((piece) => !joined.has(piece))
    .filter(isPart);
  const [right, ...more] = pieces
    .slice(end)
    .filter((piece) => !joined.has(piece))
    .filter(isPart);
  if (opened === -1 || !left || !right || others.length + more.length > 0) return;
  const figures = figuresOf(left, right);
  const holds = LITIGATION_GROUPS.every((_, group) => sumsUp(figures.slice(group * GROUP, (group + 1) * GROUP)));
  if (figures.length !== CASES || !holds) return;
  // What stands before it is the rest of the head.
  for (const piece of pieces.slice(end + 1, pieces.indexOf(right) + 1)) joined.set(piece, null);
  joined.set(left, together(left, right));
}
