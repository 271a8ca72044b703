/** 表格里的错: each fault with its row and column, read off the place the desk names (`第 3 行“标题”`). */
import type { Issue } from '../../../src/desk/contract.ts';

export interface SheetFault {
  /** Null where it is not about one row. */
  readonly row: number | null;
  /** The column; for what is about no row, the place in the desk's words. */
  readonly place: string;
  readonly says: string;
  readonly advice: string;
}

export function faultsOf(issues: readonly Issue[]): SheetFault[] {
  return issues
    .map(({ where, says, advice }) => ({ ...placeIn(where), says, advice }))
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function placeIn(where: string): Pick<SheetFault, 'row' | 'place'> {
  const [, row, column = ''] = /^第 (\d+) 行(?:“(.+)”)?$/.exec(where) ?? [];
  return row === undefined ? { row: null, place: where } : { row: Number(row), place: column };
}
