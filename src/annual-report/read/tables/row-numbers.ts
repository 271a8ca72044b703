/** 行次列 [ANR-75]: in lines of text a column of 1, 2, 3 … before the figures numbers the rows, and is none of them. */
import type { Token } from './tokens.ts';

/** So many lines whose first figures go up by one are no coincidence. */
const FEWEST = 10;

/** The lines without it, where every line of one figure too many has it. */
export function withoutRowNumbers(lines: readonly (readonly Token[])[], width: number): Token[][] {
  const isNumbered = (line: readonly Token[]) => figuresIn(line).length === width + 1;
  const numbered = lines.filter(isNumbered);
  const first = numbered.map((line) => numberOf(figuresIn(line)[0]));
  const runs = numbered.length >= FEWEST && first.every((number, i) => number === first[0]! + i) && first[0]! <= 1;
  if (!runs) return lines.map((line) => [...line]);
  return lines.map((line) => {
    const number = isNumbered(line) ? figuresIn(line)[0] : undefined;
    return line.filter((token) => token !== number);
  });
}

function numberOf(token: Token | undefined): number {
  return token?.kind === 'number' ? Number(token.text) : Number.NaN;
}

function figuresIn(line: readonly Token[]): Token[] {
  return line.filter(({ kind }) => kind !== 'words');
}
