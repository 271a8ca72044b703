/**
 * 由各列推出的一行 [ANR-67]: one glued row does not add up, because its total is wrong or blank. Where every other row has one reading, the columns and balances leave six
 * figures for it; if its digits are those six and nothing but a total behind them, the row is proved, and with it the others.
 */
import type { Figure } from '../../report.ts';

type Row = readonly (Figure | undefined)[];

const SIX = [0, 1, 2, 3, 4, 5];

/** @param pieces digits of the row as printed. @param rows the others, each decided. @returns null where they do not leave its digits */
export function byDifference(code: string, pieces: readonly string[], rows: ReadonlyMap<string, Row>): Row | null {
  if (!['1', '2', '3.7', '4'].every((other) => other === code || rows.has(other))) return null;
  const six = SIX.map((column) => leftFor(code, column, rows));
  if (six.some((figure) => figure === null || figure < 0)) return null;
  const digits = pieces.join('');
  const total = digits.slice(six.join('').length);
  if (!digits.startsWith(six.join('')) || (total.length > 1 && total.startsWith('0'))) return null;
  const row = [...(six as number[]), total === '' ? null : Number(total)];
  const borders = bordersOf(row.map((figure) => String(figure ?? '')));
  return [...bordersOf(pieces)].every((border) => borders.has(border)) ? row : null;
}

/** What the other rows leave for one of its columns; null where they contradict each other. */
function leftFor(code: string, column: number, rows: ReadonlyMap<string, Row>): number | null {
  const at = (other: string) => rows.get(other)?.[column] ?? 0;
  const results = [...rows.keys()].filter((other) => other.startsWith('3.') && other !== '3.7');
  const sum = results.reduce((all, other) => all + at(other), 0);
  if (code === '3.7') return at('1') + at('2') === sum + at('4') ? sum : null;
  const [received, done] = [at('1') + at('2'), at('3.7') + at('4')];
  if (code.startsWith('3.')) return received === done ? at('3.7') - sum : null;
  if (sum !== at('3.7')) return null;
  return code === '4' ? received - done : done - received;
}

function bordersOf(pieces: readonly string[]): ReadonlySet<number> {
  let at = 0;
  return new Set(pieces.map((piece) => (at += piece.length)));
}
