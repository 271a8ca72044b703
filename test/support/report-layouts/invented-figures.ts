/** Figures of an invented agency: of any size, right or contradicting themselves the way published reports do. */
import { FORMATS, type FormatName, resultRows } from '../../../src/annual-report/form.ts';
import type { Figure } from '../../../src/annual-report/report.ts';
import type { Random } from './random.ts';

export interface InventedFigures {
  readonly format: FormatName;
  /** Six figures in the order of the form: made, repealed, valid of 规章, then of 规范性文件. */
  readonly documents: Figure[];
  readonly decisions: { licensing: Figure; punishment: Figure; coercion: Figure };
  feesWan: Figure;
  readonly rows: Map<string, Figure[]>;
  readonly table4: Figure[][];
}

const SCALES = [0, 0, 3, 12, 60, 400, 3000] as const;

export function inventFigures(random: Random): InventedFigures {
  const scale = random.pick(SCALES);
  const single = random.chance(0.2);
  const format: FormatName = random.chance(0.1) ? '2019-trial' : '2021';
  const form = FORMATS.find(({ name }) => name === (single || format === '2019-trial' ? '2019-trial' : '2021'))!;
  const results = resultRows(form).map(({ code }) => [code, inventRow(random, scale)] as const);
  const total = sumOf(results.map(([, row]) => row));
  const left = random.chance(0.5) ? zeros() : inventRow(random, scale / 4).map((n, i) => Math.min(n, total[i]!));
  closeRow(left);
  const carried = random.chance(0.5)
    ? zeros()
    : total.map((n, i) => Math.min(n + left[i]!, random.upTo(Math.ceil(scale / 8))));
  closeRow(carried);
  const received = total.map((n, i) => n + left[i]! - carried[i]!);
  const rows = new Map<string, Figure[]>([
    ['1', received],
    ['2', carried],
    ...results.map(([code, row]): [string, Figure[]] => [code, [...row]]),
    ['3.7', total],
    ['4', left],
  ]);
  const count = () => (random.chance(0.4) ? 0 : random.upTo(10 ** random.upTo(6)));
  const figures: InventedFigures = {
    format,
    documents: [0, 0, 0, random.upTo(40), random.upTo(30), random.upTo(600)],
    decisions: { licensing: count(), punishment: count(), coercion: count() },
    feesWan: random.chance(0.3) ? 0 : Number((random.next() * 10 ** random.upTo(5)).toFixed(random.upTo(6))),
    rows,
    table4: [0, 1, 2].map(() => inventCases(random, scale)),
  };
  if (random.chance(0.35)) contradict(figures, random);
  return figures;
}

function inventRow(random: Random, scale: number): number[] {
  const row = Array.from({ length: 6 }, (_, i) => {
    if (scale < 1 || random.chance(i === 0 ? 0.35 : 0.75)) return 0;
    return random.upTo(Math.ceil(i === 0 ? scale : scale / 12));
  });
  return [...row, row.reduce((a, b) => a + b, 0)];
}

function inventCases(random: Random, scale: number): number[] {
  const four = Array.from({ length: 4 }, () =>
    scale < 1 || random.chance(0.5) ? 0 : random.upTo(Math.ceil(scale / 10)),
  );
  return [...four, four.reduce((a, b) => a + b, 0)];
}

function closeRow(row: number[]): void {
  row[6] = row.slice(0, 6).reduce((a, b) => a + b, 0);
}

function zeros(): number[] {
  return Array<number>(7).fill(0);
}

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows.reduce<number[]>((sum, row) => sum.map((n, i) => n + row[i]!), zeros());
}

/** What published reports get wrong: a total left at 0, a column or a row that does not add up, a carry-over forgotten. */
function contradict({ rows, table4 }: InventedFigures, random: Random): void {
  const codes = [...rows.keys()];
  const wrong = () => random.upTo(12) + 1;
  const row = rows.get(random.pick(codes))!;
  const put = (cells: Figure[], at: number, figure: number) => {
    cells[at] = figure;
  };
  const ways: (() => void)[] = [
    () => put(random.pick(table4), 4, 0),
    () => put(random.pick(table4), 4, wrong()),
    () => put(row, 6, wrong()),
    () => put(row, random.upTo(5), wrong()),
    () => put(rows.get('3.7')!, random.upTo(6), wrong()),
    () => put(rows.get('1')!, 0, wrong()),
    () => {
      const [a, b] = [random.upTo(5), random.upTo(5)];
      [row[a], row[b]] = [row[b]!, row[a]!];
    },
    () => void rows.set('2', zeros()),
  ];
  random.pick(ways)();
}
