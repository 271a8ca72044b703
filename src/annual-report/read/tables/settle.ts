/**
 * 以勾稽定边界: glued rows of Table 3 are settled by all sums of the form at once: each row (六列之和 = 总计), each column ((一)至(六)之和 =
 * (七)总计) and each balance (一 + 二 = 三(七) + 四). A figure is decided when every reading that satisfies them has it; where the report
 * contradicts itself, so that none does, only rows that leave no choice are.
 */
import type { Figure } from '../../report.ts';
import { byDifference } from './by-difference.ts';
import { movedRows } from './moved-rows.ts';
import { hasRival } from './rival.ts';
import { type CellFigure, isMisprint, type Reading } from './slot.ts';
import { type Budget, type Leave, type OpenRow, solve } from './solve.ts';
import { splitsOf, splitsThatSum, sumsUp, withoutZeros } from './splits.ts';

const WIDTH = 7;
type Row = readonly (Figure | undefined)[];
export type Settled = ReadonlyMap<string, Row>;

interface GluedRow extends OpenRow {
  /** Whether the candidates are those whose sum holds. */
  readonly sums: boolean;
  /** As printed, a zero before others apart. */
  readonly pieces: readonly string[];
  /** In how many ways the borders can be set, whatever the sum. */
  readonly splits: number;
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
  for (const code of movedRows(settled)) settled.set(code, NONE);
  if (open.length === 0) return settled;
  const complete = ![...settled.values()].some((row) => row.includes(undefined));
  const known = asZero(settled);
  const proved = complete ? possibleReadings(known, open) : null;
  const whole = proved ? null : besideOneTorn(rows, settled, open);
  if (whole) return whole;
  const readings = proved ?? (complete ? explained(known, open) : null);
  for (const { code, candidates, splits, sums } of open) {
    const possible = readings?.get(code);
    // Where its own sum fails, a total may be blank and every border wrong: only the columns, all of them, could tell.
    if (!sums && !proved) settled.set(code, NONE);
    else if (possible) settled.set(code, possible.length > 0 ? agreed(possible) : NONE);
    else settled.set(code, candidates.length === 1 && splits <= FEW_SPLITS ? candidates[0]! : NONE);
  }
  if (!proved) leaveRivals(settled, open);
  return settled;
}

/** Where all rows but one add up, in few ways: the one that does not must be what they leave for it. */
function besideOneTorn(
  given: ReadonlyMap<string, Reading>,
  settled: Settled,
  open: readonly GluedRow[],
): Settled | null {
  const whole = open.filter(({ sums }) => sums);
  const [torn, ...more] = [...given].flatMap(([code, reading]) =>
    reading.kind === 'glued' && !whole.some((row) => row.code === code) ? [{ code, digits: reading.digits }] : [],
  );
  const others = [...settled].filter(([code]) => code !== torn?.code);
  if (!torn || more.length > 0 || others.some(([, row]) => row.includes(undefined))) return null;
  if (whole.reduce((ways, { candidates }) => ways * candidates.length, 1) > FEW_WAYS) return null;
  let ways = [new Map<string, Row>(others)];
  for (const { code, candidates } of whole)
    ways = ways.flatMap((rows) => candidates.map((row) => new Map([...rows, [code, row]])));
  const [found, ...rivals] = ways.flatMap((rows) => {
    const row = byDifference(torn.code, withoutZeros(torn.digits), rows);
    return row ? [new Map([...rows, [torn.code, row]])] : [];
  });
  return found && rivals.length === 0 ? found : null;
}

const FEW_WAYS = 256;

/** Not decided, every one of them, before any of them is taken back. */
function leaveRivals(settled: Map<string, Row>, open: readonly GluedRow[]): void {
  const rivalled = open.filter(
    ({ code, pieces }) => !settled.get(code)!.includes(undefined) && hasRival(code, pieces, settled),
  );
  for (const { code } of rivalled) settled.set(code, NONE);
}

/** So few ways to set the borders at all that the one whose sum holds is no coincidence. */
const FEW_SPLITS = 8;

type Readings = ReadonlyMap<string, readonly (readonly number[])[]>;

/** Readings of each row that take part in a solution; null where there is none. */
function possibleReadings(
  known: ReadonlyMap<string, readonly number[]>,
  open: readonly OpenRow[],
  leave?: Leave,
  budget?: Budget,
): Readings | null {
  const used = solve(known, open, leave, budget);
  if (used === null || [...used.values()].some((picks) => picks.size === 0)) return null;
  return new Map(open.map(({ code, candidates }) => [code, [...used.get(code)!].map((at) => candidates[at]!)]));
}

/** Two columns at a time: a wrong figure shows in its own and in 总计, two figures changed about show in both of theirs. */
const TWO_COLUMNS: readonly Leave[] = Array.from({ length: WIDTH }, (_, a) =>
  Array.from({ length: WIDTH - a - 1 }, (_, i) => ({ columns: [a, a + 1 + i] })),
).flat();

/**
 * A report that contradicts itself: as if two columns, or the balance, were wrong. Rows keep the figures on which all such explanations
 * agree; null where none of them works, or there are too many to try.
 */
function explained(known: ReadonlyMap<string, readonly number[]>, open: readonly GluedRow[]): Readings | null {
  const budget: Budget = { left: EXPLAINING };
  const found = [{ balance: true }, ...TWO_COLUMNS].flatMap(
    (leave) => possibleReadings(known, open, leave, budget) ?? [],
  );
  return budget.left < 0 || found.length === 0 ? null : union(found);
}

/** Steps for all explanations of one report together: well under a second. */
const EXPLAINING = 600_000;
/** Beyond so many ways to set the borders a row without a sum is left undecided. */
const MOST_SPLITS = 4_000;

function union(explanations: readonly Readings[]): Readings {
  const codes = [...explanations[0]!.keys()];
  return new Map(codes.map((code) => [code, explanations.flatMap((readings) => readings.get(code) ?? [])]));
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
function confirmed(given: readonly CellFigure[]): Row {
  const cells = given.map((cell) => (isMisprint(cell) ? undefined : cell));
  const plain = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.perhaps : cell));
  if (plain.every((cell, i) => cell === cells[i])) return plain;
  // Where the first of the pieces sum up as well, they may be the figures, and what stands below them others.
  const firsts = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.first : (cell ?? 0)));
  const holds = !plain.includes(undefined) && sumsUp(plain.map((cell) => cell ?? 0)) && !sumsUp(firsts);
  if (!holds && plain.includes(null)) return NONE;
  return plain.map((cell, i) => (holds || cell === cells[i] ? cell : undefined));
}

function gluedRow(code: string, digits: readonly string[]): GluedRow | null {
  const pieces = withoutZeros(digits);
  if (digits.length > 1 && pieces.length === WIDTH)
    return { code, pieces, candidates: [pieces.map(Number)], splits: 1, sums: true };
  const summing = splitsThatSum(pieces, WIDTH);
  const all = splitsOf(pieces, WIDTH, () => true, MOST_SPLITS);
  const splits = all?.length ?? Number.POSITIVE_INFINITY;
  if (summing !== null && summing.length > 0) return { code, pieces, candidates: summing, splits, sums: true };
  // Figures partly apart are fewer than the cells where one is glued, but also where one is blank: only a sum tells.
  if (digits.length > 1 || all === null || all.length === 0) return null;
  return { code, pieces, candidates: all, splits, sums: false };
}

function agreed(rows: readonly (readonly number[])[]): Row {
  return rows[0]!.map((figure, i) => (rows.every((row) => row[i] === figure) ? figure : undefined));
}
