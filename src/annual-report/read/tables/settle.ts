/**
 * 以勾稽定边界: glued rows of Table 3 are settled by all sums of the form at once: each row (六列之和 = 总计), each column ((一)至(六)之和 =
 * (七)总计) and each balance (一 + 二 = 三(七) + 四). A figure is decided when every reading that satisfies them has it; where the report
 * contradicts itself, so that none does, only rows that leave no choice are.
 */
import type { Figure } from '../../report.ts';
import type { CellFigure, Reading } from './slot.ts';
import { type OpenRow, solve } from './solve.ts';
import { splitsOf, sumsUp, withoutZeros } from './splits.ts';

const WIDTH = 7;
type Row = readonly (Figure | undefined)[];
export type Settled = ReadonlyMap<string, Row>;

interface GluedRow extends OpenRow {
  /** Whether the row's own sum holds for the candidates; else they are merely all there are. */
  readonly sums: boolean;
}

const NONE: Row = Array(WIDTH).fill(undefined);

export function settle(rows: ReadonlyMap<string, Reading>): Settled {
  const settled = new Map<string, Row>();
  const open: GluedRow[] = [];
  for (const [code, reading] of rows) {
    const row = reading.kind === 'glued' ? gluedRow(code, reading.digits) : null;
    if (reading.kind === 'cells') settled.set(code, confirmed(reading.cells));
    else if (row === null) settled.set(code, NONE);
    else open.push(row);
  }
  if (open.length === 0) return settled;
  const complete = ![...settled.values()].some((row) => row.includes(undefined));
  const solutions = complete ? solve(asZero(settled), open) : null;
  for (const { code, candidates, sums } of open) {
    const possible = [...(solutions?.get(code) ?? [])].map((at) => candidates[at]!);
    if (possible.length > 0) settled.set(code, agreed(possible));
    else settled.set(code, candidates.length === 1 && (sums || complete) ? candidates[0]! : NONE);
  }
  return settled;
}

/** Whether separate cells satisfy every column and balance of the form. */
export function balances(rows: ReadonlyMap<string, Reading>): boolean {
  const settled = new Map<string, Row>();
  for (const [code, reading] of rows) {
    if (reading.kind !== 'cells') return false;
    settled.set(code, confirmed(reading.cells));
  }
  const known = asZero(settled);
  const total = known.get('3.7');
  if (total === undefined) return false;
  known.delete('3.7');
  return solve(known, [{ code: '3.7', candidates: [total] }])?.get('3.7')?.size === 1;
}

function asZero(rows: Settled): Map<string, readonly number[]> {
  return new Map([...rows].map(([code, row]) => [code, row.map((figure) => figure ?? 0)]));
}

/**
 * Separate cells are read as printed, whatever their sum; a figure broken by the layout needs its row's sum as a witness. A blank cell
 * beside a broken one may be the border that was lost between two others: then nothing of the row is sure.
 */
function confirmed(cells: readonly CellFigure[]): Row {
  const plain = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.perhaps : cell));
  if (plain.every((cell, i) => cell === cells[i])) return plain;
  const holds = !plain.includes(undefined) && sumsUp(plain.map((cell) => cell ?? 0));
  if (!holds && plain.includes(null)) return NONE;
  return plain.map((cell, i) => (holds || cell === cells[i] ? cell : undefined));
}

function gluedRow(code: string, digits: readonly string[]): GluedRow | null {
  const pieces = withoutZeros(digits);
  if (digits.length > 1 && pieces.length === WIDTH) return { code, candidates: [pieces.map(Number)], sums: true };
  const summing = splitsOf(pieces, WIDTH, sumsUp);
  if (summing === null) return null;
  if (summing.length > 0) return { code, candidates: summing, sums: true };
  // Figures partly apart are fewer than the cells where one is glued, but also where one is blank: only a sum tells.
  if (digits.length > 1) return null;
  const all = splitsOf(pieces, WIDTH, () => true);
  return all === null || all.length === 0 ? null : { code, candidates: all, sums: false };
}

function agreed(rows: readonly (readonly number[])[]): Row {
  return rows[0]!.map((figure, i) => (rows.every((row) => row[i] === figure) ? figure : undefined));
}
