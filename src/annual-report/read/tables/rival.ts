/**
 * 另一种读法 [ANR-66]: in a report that contradicts itself the row of a wrong figure does not add up as printed, and glued it may add up by accident when its borders
 * are set elsewhere. Such a reading is no better than any other that leaves no more sums of the form unfulfilled: then the row is not decided.
 */
import type { Figure } from '../../report.ts';
import { splitsOf, sumsUp } from './splits.ts';

const WIDTH = 7;
type Row = readonly (Figure | undefined)[];

/** Whether the digits of a row can be read otherwise without contradicting the rows around more than its reading does. */
export function hasRival(code: string, pieces: readonly string[], rows: ReadonlyMap<string, Row>): boolean {
  const reading = rows.get(code)!.map((figure) => figure ?? 0);
  const fails = failingWith(code, rows);
  const most = fails(reading);
  if (most === 0) return false;
  const rivals = splitsOf(pieces, WIDTH, (row) => fails(row) <= most && row.some((figure, i) => figure !== reading[i]));
  return rivals === null || rivals.length > 0;
}

/** How many sums fail in which the row takes part, with these figures in it; columns that are not decided throughout fail in none. */
function failingWith(code: string, rows: ReadonlyMap<string, Row>): (row: readonly number[]) => number {
  const others = [...rows].filter(([other]) => other !== code);
  const known = Array.from({ length: WIDTH }, (_, i) => others.every(([, row]) => row[i] !== undefined));
  const at = (other: string, i: number) => rows.get(other)?.[i] ?? 0;
  const results = Array.from({ length: WIDTH }, (_, i) =>
    others.filter(([other]) => isResult(other)).reduce((sum, [, row]) => sum + (row[i] ?? 0), 0),
  );
  return (row) => {
    let fails = sumsUp(row) ? 0 : 1;
    for (let i = 0; i < WIDTH; i++) {
      if (!known[i]) continue;
      const of = (other: string) => (other === code ? row[i]! : at(other, i));
      if (isResult(code) || code === '3.7') {
        if (results[i]! + (isResult(code) ? row[i]! : 0) !== of('3.7')) fails += 1;
      }
      if (!isResult(code) && of('1') + of('2') !== of('3.7') + of('4')) fails += 1;
    }
    return fails;
  };
}

function isResult(code: string): boolean {
  return code.startsWith('3.') && code !== '3.7';
}
