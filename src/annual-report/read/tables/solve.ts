/**
 * 联立勾稽: which readings of glued rows satisfy every column and every balance of Table 3 at once. Given (七)总计, the balance and the
 * results are independent of each other, so each is searched on its own.
 */
export type Sums = readonly number[];

export interface OpenRow {
  readonly code: string;
  readonly candidates: readonly Sums[];
}

const WIDTH = 7;
const BUDGET = 400_000;

/**
 * @param known figures of rows that leave no choice
 * @returns for each open row the candidates that occur in some solution, empty where there is no solution; null where there are
 * too many combinations to try, or no total to try them against
 */
export function solve(known: ReadonlyMap<string, Sums>, open: readonly OpenRow[]): Map<string, Set<number>> | null {
  const choices = (code: string): readonly Sums[] => {
    const row = known.get(code);
    if (row) return [row];
    return open.find((row) => row.code === code)?.candidates ?? [zeros()];
  };
  if (!known.has('3.7') && !open.some(({ code }) => code === '3.7')) return null;
  const isResult = (code: string) => code.startsWith('3.') && code !== '3.7';
  const fixed = [...known].filter(([code]) => isResult(code)).reduce((sum, [, row]) => add(sum, row), zeros());
  const results = open.filter(({ code }) => isResult(code));
  const used = new Map(open.map(({ code }) => [code, new Set<number>()]));
  const budget = { left: BUDGET };
  for (const [pick, total] of choices('3.7').entries()) {
    const balances = balancesOf(total, choices('1'), choices('2'), choices('4'), budget);
    if (balances.length === 0) continue;
    const found = results.map(() => new Set<number>());
    if (!fill(subtract(total, fixed), results, found, budget)) continue;
    if (budget.left < 0) return null;
    used.get('3.7')?.add(pick);
    for (const [first, second, fourth] of balances) {
      used.get('1')?.add(first);
      used.get('2')?.add(second);
      used.get('4')?.add(fourth);
    }
    for (const [i, { code }] of results.entries()) for (const at of found[i]!) used.get(code)?.add(at);
  }
  return budget.left < 0 ? null : used;
}

/** Choices with 一 + 二 = 三(七) + 四 in all seven columns. */
function balancesOf(
  total: Sums,
  first: readonly Sums[],
  second: readonly Sums[],
  fourth: readonly Sums[],
  budget: { left: number },
): [number, number, number][] {
  const place = new Map(first.map((row, at) => [row.join(), at]));
  const found: [number, number, number][] = [];
  for (const [b, carried] of second.entries()) {
    for (const [c, left] of fourth.entries()) {
      if (--budget.left < 0) return found;
      const at = place.get(subtract(add(total, left), carried).join());
      if (at !== undefined) found.push([at, b, c]);
    }
  }
  return found;
}

/** Marks in `found` every candidate that takes part in filling `wanted` exactly. @returns whether there is a way */
function fill(
  wanted: Sums,
  rows: readonly OpenRow[],
  found: readonly Set<number>[],
  budget: { left: number },
): boolean {
  const least = reaches(rows, Math.min);
  const most = reaches(rows, Math.max);
  const pick: number[] = [];
  const walk = (depth: number, rest: Sums): boolean => {
    if (--budget.left < 0) return false;
    if (rest.some((value, i) => value < least[depth]![i]! || value > most[depth]![i]!)) return false;
    if (depth === rows.length) {
      for (const [row, at] of pick.entries()) found[row]!.add(at);
      return true;
    }
    let filled = false;
    for (const [at, row] of rows[depth]!.candidates.entries()) {
      pick[depth] = at;
      if (walk(depth + 1, subtract(rest, row))) filled = true;
    }
    return filled;
  };
  return walk(0, wanted);
}

/** What the rows from each place on can add up to, column by column, at least or at most. */
function reaches(rows: readonly OpenRow[], bound: (...values: number[]) => number): Sums[] {
  const reach: Sums[] = [zeros()];
  for (const { candidates } of [...rows].reverse()) {
    const column = (i: number) => candidates.map((row) => row[i]!).reduce((a, b) => bound(a, b));
    reach.unshift(reach[0]!.map((value, i) => value + column(i)));
  }
  return reach;
}

function zeros(): number[] {
  return Array<number>(WIDTH).fill(0);
}

function add(a: Sums, b: Sums): number[] {
  return a.map((value, i) => value + b[i]!);
}

function subtract(a: Sums, b: Sums): number[] {
  return a.map((value, i) => value - b[i]!);
}
