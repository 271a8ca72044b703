/**
 * 逗号分隔的表格 [ANR-65]: the rows of a sheet saved as CSV, cells with a comma in quotation marks. Where the thousands of a figure stand without them a row has too many
 * cells; they are put together where only one way gives as many cells as the rows around have, or only one whose total is the sum of the others.
 */
import { sumsUp } from '../tables/splits.ts';

/** So many rows of one width, and so wide: Table 3, whose labels and figures fill eight cells at least. */
const ROWS = 12;
const WIDTH = 8;
const MAX_CELLS = 64;
/** No row of a report is longer; a pattern that keeps every letter of a line would run out of its stack. */
const LONGEST_ROW = 20_000;
/** More ways to put thousands together are none. */
const MAX_WAYS = 200;

/** By line, its cells; null for a line that is no row. @returns undefined where the text is no CSV */
export function commaRows(lines: readonly string[]): (readonly string[] | null)[] | undefined {
  const cells = lines.map((line) =>
    line.length > LONGEST_ROW || !line.includes(',') || /[|\t]/.test(line) ? null : cellsOf(line),
  );
  const wide = cells.filter((row) => row !== null && row.length >= WIDTH);
  const usual = mostFrequent(wide.map((row) => row!.length));
  if (wide.filter((row) => row!.length === usual).length < ROWS) return undefined;
  return cells.map((row, at) => row && withThousands(row, mostFrequent(blockAround(cells, at))));
}

function cellsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)]
    .slice(0, MAX_CELLS)
    .map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
}

function blockAround(cells: readonly (readonly string[] | null)[], at: number): number[] {
  let [from, to] = [at, at];
  while (cells[from - 1]) from -= 1;
  while (cells[to + 1]) to += 1;
  return cells.slice(from, to + 1).map((row) => row!.length);
}

function mostFrequent(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function withThousands(row: readonly string[], width: number): readonly string[] {
  if (row.length <= width) return row;
  const ways = together(row, row.length - width);
  const [only, ...others] = ways;
  if (only && others.length === 0) return only;
  const [summing, ...more] = ways.filter((cells) => sumsUp(figuresAtEnd(cells)));
  return summing && more.length === 0 ? summing : row;
}

/** Every way to put cells together so many times. */
function together(row: readonly string[], times: number): string[][] {
  const ways: string[][] = [];
  const walk = (at: number, done: readonly string[], left: number): void => {
    if (ways.length > MAX_WAYS) return;
    if (at === row.length) {
      if (left === 0) ways.push([...done]);
      return;
    }
    walk(at + 1, [...done, row[at]!], left);
    if (left > 0 && at > 0 && /^\d{3}$/.test(row[at]!) && /^[1-9]\d{0,2}(?:,\d{3})*$/.test(done.at(-1)!))
      walk(at + 1, [...done.slice(0, -1), `${done.at(-1)},${row[at]}`], left - 1);
  };
  walk(0, [], times);
  return ways.length > MAX_WAYS ? [] : ways;
}

function figuresAtEnd(cells: readonly string[]): number[] {
  const from = cells.findLastIndex((text) => !/^[\d,.]*$/.test(text)) + 1;
  return cells.slice(from).map((text) => Number(text.replaceAll(',', '')));
}
