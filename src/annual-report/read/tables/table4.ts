/** 读表四: fifteen figures in three groups of five, on one line, in one row, in three blocks or glued. */
import { LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { Figure, Table4 } from '../../report.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { readCell } from './figure-text.ts';
import { fitted, partsOfRow } from './row-cells.ts';
import { cellFigure, counted, isMisprint, noNotices, told } from './slot.ts';
import { splitsOf, splitsThatSum, sumsUp, withoutZeros } from './splits.ts';
import type { Read } from './table3.ts';
import { byNames, type Cells } from './table4-columns.ts';
import { isOutOfOrder, resultsDownTheSide } from './table4-head.ts';
import { type Token, tokensOf } from './tokens.ts';

const GROUP = LITIGATION_COLUMNS.length;
const CELLS = GROUP * LITIGATION_GROUPS.length;

export function readTable4(pieces: readonly Piece[]): Read<Table4> {
  const cells = cellsOf(pieces);
  const notices = noNotices();
  const groups = LITIGATION_GROUPS.map(({ key }, group) => {
    const five = cells.slice(group * GROUP, (group + 1) * GROUP);
    return [key, five.map((figure, i) => told(figure, `/table4/${key}/${i}`, notices))] as const;
  });
  return { table: Object.fromEntries(groups) as unknown as Table4, ...notices };
}

const BLANK: Cells = Array(CELLS).fill(null);
const LOST: Cells = Array(CELLS).fill(undefined);

function cellsOf(pieces: readonly Piece[]): Cells {
  const side = resultsDownTheSide(pieces);
  if (side !== undefined) return side ? side.flat().map((text) => plain(cellFigure(text))) : LOST;
  if (isOutOfOrder(pieces)) return byNames(pieces) ?? LOST;
  const rows = pieces.flatMap((piece) => (piece.kind === 'row' ? [partsOfRow(piece.cells)] : []));
  const fromRows = rows.filter(({ values }) => values.some((text) => readCell(text).says !== 'nothing'));
  if (fromRows.length > 0) {
    const values = fromRows.flatMap(({ values }) =>
      values.length > CELLS ? (fitted(values, CELLS) ?? values) : values,
    );
    const spread = fromRows.flatMap((row) => row.spread);
    if (values.length < CELLS && spread.length === CELLS) return spread.map((text) => plain(cellFigure(text)));
    if (values.length === CELLS) return values.map((text) => plain(cellFigure(text)));
    const filled = values.map((text) => text.trim()).filter((text) => text !== '');
    if (filled.length === CELLS) return filled.map((text) => plain(cellFigure(text)));
    return filled.length <= LITIGATION_GROUPS.length && filled.every((text) => /^\d+$/.test(text))
      ? settled(filled)
      : (byNames(pieces) ?? LOST);
  }
  const runs = runsOf(pieces);
  const tokens = runs.flat();
  if (tokens.length === 0) return BLANK;
  if (tokens.length === CELLS) {
    const cells = tokens.map((token) =>
      token.kind === 'number' ? counted(Number(token.text), token.unit, token.printed ?? token.text) : null,
    );
    if (cells.includes(undefined)) return LOST;
    const figures = cells.map((cell) => (isMisprint(cell) ? cell.value : (cell ?? null)));
    if (holds(figures)) return cells;
    if (isShuffled(pieces, figures)) return LOST;
    if (inOrder(runs)) return cells;
    return cells.some(isMisprint) ? LOST : regrouped(runs.map((run) => run.map(figureOf)));
  }
  const digits = tokens.flatMap((token) => (token.kind === 'number' ? [token.text] : []));
  return digits.length === tokens.length ? settled(digits) : LOST;
}

function plain(figure: ReturnType<typeof cellFigure>): Cells[number] {
  return typeof figure === 'object' && figure !== null && !isMisprint(figure) ? undefined : figure;
}

/** Figures between words, page numbers left out. */
function runsOf(pieces: readonly Piece[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'line') continue;
    for (const token of tokensOf(piece.text)) {
      if (token.kind !== 'words') run.push(token);
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Words stand between whole groups only, or before the very last figure. */
function inOrder(runs: readonly (readonly Token[])[]): boolean {
  if (runs.every((run) => run.length % GROUP === 0)) return true;
  return runs.length === 2 && runs[1]?.length === 1;
}

function holds(figures: readonly (Figure | undefined)[]): boolean {
  return [0, 1, 2].every((group) => sumsUp(figures.slice(group * GROUP, (group + 1) * GROUP).map((f) => f ?? 0)));
}

/**
 * A text flow of one cell a line may print the cells of a group in another order than the page does: its total is not the sum of the
 * four, but another of the five is. A total left at 0 is a common mistake of the report and no sign of it.
 */
function isShuffled(pieces: readonly Piece[], figures: readonly Figure[]): boolean {
  if (
    pieces.some(
      (piece) =>
        textOf(piece)
          .trim()
          .split(/\s+/)
          .filter((word) => /^\d+$/.test(word)).length > 1,
    )
  )
    return false;
  return [0, 1, 2].some((group) => {
    const five = figures.slice(group * GROUP, (group + 1) * GROUP).map((figure) => figure ?? 0);
    const [total, all] = [five.at(-1)!, five.reduce((sum, figure) => sum + figure, 0)];
    return total > 0 && 2 * total !== all && five.some((figure) => 2 * figure === all);
  });
}

function figureOf(token: Token): number {
  return token.kind === 'number' ? Number(token.text) : 0;
}

/**
 * A text flow may print four parts of a group and its total apart. Runs are put together so that all three sums hold; the group whose
 * total is printed last is the rightmost. Where more than one way holds, nothing is decided.
 */
function regrouped(runs: readonly (readonly number[])[]): Cells {
  const whole = runs.flatMap((run, at) => (run.length === GROUP && sumsUp(run) ? [{ at, end: at, five: run }] : []));
  const parts = runs.flatMap((run, at) => (run.length === GROUP - 1 ? [{ at, run }] : []));
  const totals = runs.flatMap((run, at) => (run.length === 1 ? [{ at, total: run[0]! }] : []));
  if (whole.length + parts.length !== LITIGATION_GROUPS.length || totals.length !== parts.length) return LOST;
  const ways = pairings(parts, totals).map((pairs) =>
    [...whole, ...pairs].sort((a, b) => a.end - b.end || a.at - b.at),
  );
  const [only] = ways;
  if (ways.length !== 1 || !only) return LOST;
  const [review, ...litigation] = [...only].sort((a, b) => a.at - b.at);
  const [direct, after] = litigation.sort((a, b) => a.end - b.end);
  return [...review!.five, ...direct!.five, ...after!.five];
}

function pairings(
  parts: readonly { readonly at: number; readonly run: readonly number[] }[],
  totals: readonly { readonly at: number; readonly total: number }[],
): { at: number; end: number; five: number[] }[][] {
  const [first, ...rest] = parts;
  if (!first) return [[]];
  return totals.flatMap((total) => {
    const five = [...first.run, total.total];
    if (total.at < first.at || !sumsUp(five)) return [];
    const others = totals.filter((other) => other !== total);
    return pairings(rest, others).map((pairs) => [{ at: first.at, end: total.at, five }, ...pairs]);
  });
}

/** Glued figures: what every reading with three right sums has in common. */
function settled(digits: readonly string[]): Cells {
  const pieces = withoutZeros(digits);
  if (digits.length > 1 && pieces.length === CELLS) return pieces.map(Number);
  const ways = groupings(pieces);
  if (ways === null) return LOST;
  if (ways.length > 0) {
    const agreed = ways[0]!.map((figure, i) => (ways.every((way) => way[i] === figure) ? figure : undefined));
    return withoutRivals(pieces, agreed);
  }
  const text = digits.join('');
  return digits.length === 1 && text.length === CELLS ? [...text].map(Number) : LOST;
}

/** A total left at 0 is a common mistake: 0 37 0 1 0 glued is also 0 3 7 0 10. Then nothing of the group is decided. */
function withoutRivals(pieces: readonly string[], cells: Cells): Cells {
  if (cells.includes(undefined)) return cells;
  let at = 0;
  return LITIGATION_GROUPS.flatMap((_, group) => {
    const five = cells.slice(group * GROUP, (group + 1) * GROUP);
    const from = at;
    at += five.join('').length;
    const rivals = splitsOf(cut(pieces, from, at), GROUP, (row) => row.at(-1) === 0 && row.some(Boolean));
    return rivals?.length === 0 ? five : five.map(() => undefined);
  });
}

const MAX_DIGITS = 60;
const MAX_WAYS = 500;

/** Every way to read three groups whose totals hold; a group at a time, because each is settled by its own sum. */
function groupings(pieces: readonly string[]): number[][] | null {
  const text = pieces.join('');
  if (text.length > MAX_DIGITS) return null;
  let ways: { at: number; row: number[] }[] = [{ at: 0, row: [] }];
  for (let group = 1; group <= LITIGATION_GROUPS.length; group++) {
    const last = group === LITIGATION_GROUPS.length;
    ways = ways.flatMap(({ at, row }) => {
      const found: { at: number; row: number[] }[] = [];
      for (let to = last ? text.length : at + GROUP; to <= text.length && to - at <= 30; to++)
        for (const five of splitsThatSum(cut(pieces, at, to), GROUP) ?? [])
          found.push({ at: to, row: [...row, ...five] });
      return found;
    });
    if (ways.length > MAX_WAYS) return null;
  }
  return ways.map(({ row }) => row);
}

/** The pieces between two places of their joined text. */
function cut(pieces: readonly string[], from: number, to: number): string[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const start = at;
    at += piece.length;
    const part = piece.slice(Math.max(0, from - start), Math.max(0, to - start));
    return part === '' ? [] : [part];
  });
}
