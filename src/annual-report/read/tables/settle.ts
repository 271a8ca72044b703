/**
 * 以勾稽定边界: glued rows of Table 3 are settled by all sums of the form at once: each row (六列之和 = 总计), each column ((一)至(六)之和 =
 * (七)总计) and each balance (一 + 二 = 三(七) + 四). A figure is decided when every reading that satisfies them has it; where the report
 * contradicts itself, so that none does, only rows that leave no choice are.
 */
import type { Figure } from '../../report.ts';
import type { CellFigure, Reading } from './slot.ts';
import { splitsOf, sumsUp } from './splits.ts';

const WIDTH = 7;
export type Settled = ReadonlyMap<string, readonly (Figure | undefined)[]>;

interface Open {
  readonly code: string;
  readonly candidates: readonly (readonly number[])[];
  /** Whether candidates were found by the row's own sum. */
  readonly sums: boolean;
}

const NONE: readonly (Figure | undefined)[] = Array(WIDTH).fill(undefined);

export function settle(rows: ReadonlyMap<string, Reading>): Settled {
  const settled = new Map<string, readonly (Figure | undefined)[]>();
  const open: Open[] = [];
  for (const [code, reading] of rows) {
    if (reading.kind === 'cells') settled.set(code, confirmed(reading.cells));
    else if (reading.kind === 'unread') settled.set(code, NONE);
    else {
      const candidates = candidatesOf(code, reading.digits);
      if (candidates) open.push(candidates);
      else settled.set(code, NONE);
    }
  }
  if (open.length === 0) return settled;
  const blanks = [...rows.values()].some((row) => row.kind === 'unread');
  const solutions = solve(settled, open);
  for (const [i, { code, candidates, sums }] of open.entries()) {
    if (solutions !== null && solutions.length > 0)
      settled.set(code, agreed(solutions.map((pick) => candidates[pick[i]!]!)));
    else settled.set(code, candidates.length === 1 && (sums || !blanks) ? candidates[0]! : NONE);
  }
  return settled;
}

/** Whether separate cells satisfy every column and balance of the form. */
export function balances(rows: ReadonlyMap<string, Reading>): boolean {
  const settled = new Map<string, readonly (Figure | undefined)[]>();
  for (const [code, reading] of rows) {
    if (reading.kind !== 'cells') return false;
    settled.set(code, confirmed(reading.cells));
  }
  return solve(settled, [])?.length === 1;
}

/** Separate cells are read as printed, whatever their sum; a figure broken by the layout needs its row's sum as a witness. */
function confirmed(cells: readonly CellFigure[]): (Figure | undefined)[] {
  const plain = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.perhaps : cell));
  if (plain.every((cell, i) => cell === cells[i])) return plain;
  const row = plain.map((cell) => cell ?? 0);
  const holds = !plain.includes(undefined) && sumsUp(row);
  return plain.map((cell, i) => (holds || cell === cells[i] ? cell : undefined));
}

function candidatesOf(code: string, digits: readonly string[]): Open | null {
  const summing = splitsOf(digits, WIDTH, sumsUp);
  if (summing === null) return null;
  if (summing.length > 0) return { code, candidates: summing, sums: true };
  // Figures partly apart are fewer than the cells where one is glued, but also where one is blank: only a sum tells.
  if (digits.length > 1) return null;
  const all = splitsOf(digits, WIDTH, () => true);
  return all === null || all.length === 0 ? null : { code, candidates: all, sums: false };
}

function agreed(rows: readonly (readonly number[])[]): (Figure | undefined)[] {
  return rows[0]!.map((figure, i) => (rows.every((row) => row[i] === figure) ? figure : undefined));
}

const BUDGET = 200_000;
const ENOUGH = 64;
const BALANCE: readonly string[] = ['1', '2', '3.7', '4'];

/** @returns picks of candidates that satisfy every column and balance; null where there are too many to try */
function solve(settled: Settled, open: readonly Open[]): number[][] | null {
  const sum = (codes: (code: string) => boolean) =>
    [...settled].reduce((total, [code, row]) => (codes(code) ? add(total, row) : total), Array<number>(WIDTH).fill(0));
  const known = {
    results: sum((code) => !BALANCE.includes(code)),
    total: settled.get('3.7'),
    received: sum((code) => code === '1' || code === '2'),
    left: sum((code) => code === '4'),
  };
  if ([...settled.values()].some((row) => row.includes(undefined))) return [];
  const order = [...open.keys()].sort((a, b) => priority(open[a]!) - priority(open[b]!));
  const pick: number[] = Array(open.length).fill(0);
  const found: number[][] = [];
  let budget = BUDGET;
  const walk = (
    depth: number,
    results: number[],
    received: number[],
    left: number[],
    total: readonly (Figure | undefined)[] | undefined,
  ): boolean => {
    if (--budget < 0 || found.length >= ENOUGH) return false;
    if (depth === order.length) {
      if (holds(results, received, left, total)) found.push([...pick]);
      return true;
    }
    if (total && results.some((value, i) => value > (total[i] ?? 0))) return true;
    const i = order[depth]!;
    const { code, candidates } = open[i]!;
    for (const [choice, row] of candidates.entries()) {
      pick[i] = choice;
      const goesOn = walk(
        depth + 1,
        BALANCE.includes(code) ? results : add(results, row),
        code === '1' || code === '2' ? add(received, row) : received,
        code === '4' ? add(left, row) : left,
        code === '3.7' ? row : total,
      );
      if (!goesOn) return false;
    }
    return true;
  };
  const complete = walk(0, known.results, known.received, known.left, known.total);
  return complete ? found : null;
}

function priority({ code, candidates }: Open): number {
  return (BALANCE.includes(code) ? 0 : 10_000) + candidates.length;
}

function add(a: readonly number[], b: readonly (Figure | undefined)[]): number[] {
  return a.map((value, i) => value + (b[i] ?? 0));
}

function holds(
  results: readonly number[],
  received: readonly number[],
  left: readonly number[],
  total: readonly (Figure | undefined)[] | undefined,
): boolean {
  const whole = total ?? results;
  return results.every(
    (value, i) => value === (whole[i] ?? 0) && (received[i] ?? 0) === (whole[i] ?? 0) + (left[i] ?? 0),
  );
}
