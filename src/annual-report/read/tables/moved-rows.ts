/**
 * 少了一格的行: where a cell is missing in a row, the figures behind it stand one column too far left and 总计 is blank. It looks like a row whose total
 * nobody filled in; where the columns of the form hold better with the cell put back, nothing of the row is sure.
 */
import type { Figure } from '../../report.ts';

type Row = readonly (Figure | undefined)[];
type Rows = ReadonlyMap<string, Row>;

const SIX = [0, 1, 2, 3, 4, 5];
/** So many more columns that hold are no coincidence. */
const BETTER = 2;

/** Codes of the rows that may be moved. */
export function movedRows(rows: Rows): string[] {
  const printed = failing(rows);
  if (printed < BETTER) return [];
  return [...rows].flatMap(([code, row]) => {
    const better = putBack(row).some((whole) => failing(new Map([...rows, [code, whole]])) <= printed - BETTER);
    return better ? [code] : [];
  });
}

/** In how many columns the results do not add up to （七）总计, or 一 + 二 is not 三 + 四. */
function failing(rows: Rows): number {
  const at = (code: string, column: number) => rows.get(code)?.[column] ?? 0;
  const results = [...rows.keys()].filter((code) => code.startsWith('3.') && code !== '3.7');
  const sum = (column: number) => results.reduce((all, code) => all + at(code, column), 0);
  const columns = SIX.filter((column) => sum(column) !== at('3.7', column));
  const balances = SIX.filter((column) => at('1', column) + at('2', column) !== at('3.7', column) + at('4', column));
  return columns.length + balances.length;
}

/** Every row this could be with one more cell, of which its total tells the figure; none where it has a total, or no figure before it. */
function putBack(row: Row): Row[] {
  const total = row.at(-2);
  const five = row.slice(0, -2);
  const missing = (total ?? 0) - five.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
  if (row.at(-1) !== null || !total || missing < 0) return [];
  return SIX.map((place) => [...five.slice(0, place), missing, ...five.slice(place), total]);
}
