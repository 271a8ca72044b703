/**
 * 粘连的数 Splits: every way to set the borders in figures printed without blanks, so that a given number of cells come out. A figure has
 * no leading zero.
 */
const MAX_DIGITS = 40;
const MAX_SPLITS = 4000;
/** Steps to look for them. */
const BUDGET = 400_000;

/** @returns null where there are too many ways to look at */
export function splitsOf(
  pieces: readonly string[],
  cells: number,
  fits: (row: readonly number[]) => boolean,
  most = MAX_SPLITS,
): number[][] | null {
  const text = pieces.join('');
  if (text.length > MAX_DIGITS || !/^\d+$/.test(text)) return null;
  const borders = bordersOf(pieces);
  const found: number[][] = [];
  let budget = BUDGET;
  const walk = (from: number, row: number[]): boolean => {
    if (--budget < 0 || found.length > most) return false;
    const left = cells - row.length;
    if (left === 0) {
      if (from === text.length && fits(row)) found.push([...row]);
      return true;
    }
    if (text.length - from < left) return true;
    for (let to = from + 1; to <= text.length - (left - 1); to++) {
      row.push(Number(text.slice(from, to)));
      const goesOn = walk(to, row);
      row.pop();
      if (!goesOn) return false;
      if (text[from] === '0' || borders.has(to)) break;
    }
    return true;
  };
  return walk(0, []) ? found : null;
}

/**
 * The same for figures of which the last is the sum of the others: no figure is larger than what is left of it, which spares most ways of long rows.
 * @returns null where there are too many ways to look at
 */
export function splitsThatSum(pieces: readonly string[], cells: number): number[][] | null {
  const text = pieces.join('');
  if (text.length > MAX_DIGITS || !/^\d+$/.test(text)) return null;
  const borders = bordersOf(pieces);
  const found: number[][] = [];
  let budget = BUDGET;
  const walk = (from: number, end: number, row: readonly number[], rest: number): boolean => {
    if (--budget < 0 || found.length > MAX_SPLITS) return false;
    const left = cells - 1 - row.length;
    if (left === 0) {
      if (from === end && rest === 0) found.push([...row, Number(text.slice(end))]);
      return true;
    }
    for (let to = from + 1; to <= end - (left - 1); to++) {
      const figure = Number(text.slice(from, to));
      if (figure > rest) break;
      if (!walk(to, end, [...row, figure], rest - figure)) return false;
      if (text[from] === '0' || borders.has(to)) break;
    }
    return true;
  };
  for (let end = text.length - 1; end >= cells - 1; end--) {
    if (text[end] === '0' && end < text.length - 1) continue;
    if (!walk(0, end, [], Number(text.slice(end)))) return null;
    if (borders.has(end)) break;
  }
  return found;
}

function bordersOf(pieces: readonly string[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let at = 0;
  for (const piece of pieces) {
    at += piece.length;
    borders.add(at);
  }
  return borders;
}

export function sumsUp(row: readonly number[]): boolean {
  let sum = 0;
  for (let i = 0; i < row.length - 1; i++) sum += row[i]!;
  return sum === row.at(-1);
}

/** `058` is 0 and 58: no figure begins with a zero, so the border is sure. */
export function withoutZeros(pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) => {
    const zeros = /^0*(?=\d)/.exec(piece)?.[0] ?? '';
    return [...zeros, piece.slice(zeros.length)];
  });
}
