/**
 * 联立勾稽: which readings of glued rows satisfy every column and every balance of Table 3 at once. Given (七)总计, the balance and the
 * results are independent of each other, so each is searched on its own.
 */
export type Sums = readonly number[];

export interface OpenRow {
  readonly code: string;
  readonly candidates: readonly Sums[];
}

/** What is not demanded, where a report contradicts itself. */
export interface Leave {
  /** Columns that may fail. */
  readonly columns?: readonly number[];
  /** 一 + 二 = 三(七) + 四 may fail. */
  readonly balance?: boolean;
}

const WIDTH = 7;
const STEPS = 400_000;

/** Steps that are left to a search; several searches may share it, so that no report holds up the others. */
export interface Budget {
  left: number;
}

/**
 * @param known figures of rows that leave no choice
 * @returns for each open row the candidates that occur in some solution, empty where there is no solution; null where there are
 * too many combinations to try, or no total to try them against
 */
export function solve(
  known: ReadonlyMap<string, Sums>,
  given: readonly OpenRow[],
  leave: Leave = {},
  budget: Budget = { left: STEPS },
): Map<string, Set<number>> | null {
  budget.left -= given.reduce((sum, { candidates }) => sum + candidates.length, 0);
  if (budget.left < 0) return null;
  const seen = (row: Sums): Sums =>
    leave.columns ? row.map((value, i) => (leave.columns!.includes(i) ? 0 : value)) : row;
  const open = given.map(({ code, candidates }) => ({ code, candidates: candidates.map(seen) }));
  const choices = (code: string): readonly Sums[] => {
    const row = known.get(code);
    if (row) return [seen(row)];
    return open.find((row) => row.code === code)?.candidates ?? [zeros()];
  };
  if (!known.has('3.7') && !open.some(({ code }) => code === '3.7')) return null;
  const isResult = (code: string) => code.startsWith('3.') && code !== '3.7';
  const fixed = [...known].filter(([code]) => isResult(code)).reduce((sum, [, row]) => add(sum, seen(row)), zeros());
  const results = open.filter(({ code }) => isResult(code));
  const used = new Map(open.map(({ code }) => [code, new Set<number>()]));
  const bounds = { least: reaches(results, Math.min), most: reaches(results, Math.max) };
  const first = placesOf(choices('1'));
  for (const [pick, total] of choices('3.7').entries()) {
    const balances = leave.balance ? [] : balancesOf(total, first, choices('2'), choices('4'), budget);
    if (balances.length === 0 && !leave.balance) continue;
    const found = results.map(() => new Set<number>());
    if (!fill(subtract(total, fixed), results, bounds, found, budget)) continue;
    if (budget.left < 0) return null;
    used.get('3.7')?.add(pick);
    for (const [first, second, fourth] of balances) {
      used.get('1')?.add(first);
      used.get('2')?.add(second);
      used.get('4')?.add(fourth);
    }
    for (const [i, { code }] of results.entries()) for (const at of found[i]!) used.get(code)?.add(at);
  }
  if (budget.left < 0) return null;
  if (leave.balance && used.size > 0 && solved(used, results))
    for (const code of ['1', '2', '4']) all(code, open, used);
  return used;
}

function solved(used: ReadonlyMap<string, ReadonlySet<number>>, results: readonly OpenRow[]): boolean {
  const witness = used.get('3.7') ?? used.get(results[0]?.code ?? '');
  return witness === undefined || witness.size > 0;
}

/** Without the balance nothing chooses between the readings of a row outside the columns. */
function all(code: string, open: readonly OpenRow[], used: Map<string, Set<number>>): void {
  const row = open.find((row) => row.code === code);
  if (row) used.set(code, new Set(row.candidates.keys()));
}

/** Where each reading stands among the candidates; with columns left out several look the same. */
function placesOf(rows: readonly Sums[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const same = places.get(row.join());
    if (same) same.push(at);
    else places.set(row.join(), [at]);
  }
  return places;
}

/** Choices with 一 + 二 = 三(七) + 四 in all seven columns. */
function balancesOf(
  total: Sums,
  first: ReadonlyMap<string, readonly number[]>,
  second: readonly Sums[],
  fourth: readonly Sums[],
  budget: Budget,
): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (const [b, carried] of second.entries()) {
    for (const [c, left] of fourth.entries()) {
      if (--budget.left < 0) return found;
      const matching = first.get(subtract(add(total, left), carried).join()) ?? [];
      budget.left -= matching.length;
      for (const at of matching) found.push([at, b, c]);
    }
  }
  return found;
}

/** Marks in `found` every candidate that takes part in filling `wanted` exactly. @returns whether there is a way */
function fill(
  wanted: Sums,
  rows: readonly OpenRow[],
  { least, most }: { readonly least: readonly Sums[]; readonly most: readonly Sums[] },
  found: readonly Set<number>[],
  budget: Budget,
): boolean {
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
