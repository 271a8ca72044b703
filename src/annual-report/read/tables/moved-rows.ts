/**
 * 少了一格的行: where a cell is missing in a row, the figures behind it stand one column too far left and 总计 is blank. It looks like a row whose total
 * nobody filled in; where the columns do not add up with it as it stands, in two of them at least, nothing of it is sure.
 */
import type { Figure } from '../../report.ts';

type Row = readonly (Figure | undefined)[];

const SIX = [0, 1, 2, 3, 4, 5];
const FAILING = 2;

/** Codes of the rows that may be moved. */
export function movedRows(rows: ReadonlyMap<string, Row>): string[] {
  const at = (code: string, column: number) => rows.get(code)?.[column] ?? 0;
  const results = [...rows.keys()].filter((code) => code.startsWith('3.') && code !== '3.7');
  const sum = (column: number) => results.reduce((all, code) => all + at(code, column), 0);
  const columnsFail = SIX.filter((column) => sum(column) !== at('3.7', column)).length;
  const balancesFail = SIX.filter(
    (column) => at('1', column) + at('2', column) !== at('3.7', column) + at('4', column),
  ).length;
  return [...rows].flatMap(([code, row]) => {
    const fail = code.startsWith('3.') ? columnsFail : balancesFail;
    return endsShort(row) && fail >= FAILING ? [code] : [];
  });
}

/** Figures up to the column before 总计, and none there. */
function endsShort(row: Row): boolean {
  return (
    row.at(-1) === null &&
    typeof row.at(-2) === 'number' &&
    row.some((figure) => typeof figure === 'number' && figure > 0)
  );
}
