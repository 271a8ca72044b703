/**
 * 粘连的数 Splits: every way to set the borders in figures printed without blanks, so that a given number of cells come out. A figure has
 * no leading zero.
 */
const MAX_DIGITS = 40;
const MAX_SPLITS = 4000;

/** @returns null where there are too many ways to look at */
export function splitsOf(
  pieces: readonly string[],
  cells: number,
  fits: (row: readonly number[]) => boolean,
  most = MAX_SPLITS,
): number[][] | null {
  const text = pieces.join('');
  if (text.length > MAX_DIGITS || !/^\d+$/.test(text)) return null;
  const borders = new Set<number>();
  let at = 0;
  for (const piece of pieces) {
    at += piece.length;
    borders.add(at);
  }
  const found: number[][] = [];
  let budget = 400_000;
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
