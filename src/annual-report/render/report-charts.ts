/**
 * 年报的图 ReportChart [ANR-56]: what of a report is drawn beside its tables, as a value that the portal and the console draw alike. Every figure is one
 * of the tables; what a report does not tell is left out and never drawn as 0.
 */
import { formatNamed, LITIGATION_COLUMNS, LITIGATION_GROUPS, resultRows } from '../form.ts';
import type { Figure, ReportFigures } from '../report.ts';

export interface ReportChart {
  readonly name: string;
  readonly title: string;
  readonly unit: '件';
  /** What each bar is cut into; null for whole bars. */
  readonly parts: readonly string[] | null;
  readonly bars: readonly { readonly label: string; readonly amounts: readonly number[] }[];
}

export interface ChartedYear {
  readonly year: number;
  readonly report: Pick<ReportFigures, 'format' | 'table3' | 'table4'>;
}

/** Five years are a trend; more are a wall. */
const YEARS = 5;
const TOTAL = 6;

/** @param years the one that is shown first, then those before it, the newest first. A chart of years needs two. */
export function reportCharts(years: readonly ChartedYear[]): ReportChart[] {
  const [shown] = years;
  if (!shown) return [];
  const trend = years.slice(0, YEARS).toReversed();
  return [
    outcomesOf(shown),
    receivedOver(trend),
    outcomesOver(trend),
    remediesOver(trend),
    remedyResultsOf(shown),
  ].filter((chart) => chart.bars.some(({ amounts }) => amounts.some((amount) => amount > 0)));
}

export function receivedOver(trend: readonly ChartedYear[]): ReportChart {
  return overYears('received', '每年新收申请', null, trend, ({ table3 }) => [table3.rows['1']?.[TOTAL] ?? null]);
}

/** 办理结果 of one year, the most frequent first; a kind that nobody fell into is left out. */
function outcomesOf({ report }: ChartedYear): ReportChart {
  const bars = [...outcomeGroups(report)]
    .flatMap(([label, amount]) => (amount ? [{ label, amounts: [amount] }] : []))
    .sort((a, b) => b.amounts[0]! - a.amounts[0]!);
  return { name: 'outcomes', title: '申请的办理结果', unit: '件', parts: null, bars };
}

function outcomesOver(trend: readonly ChartedYear[]): ReportChart {
  const parts = [...outcomeGroups(trend.at(-1)!.report).keys()];
  return overYears('outcomes-over', '办理结果的构成', parts, trend, (report) => {
    const groups = outcomeGroups(report);
    return parts.map((part) => groups.get(part) ?? null);
  });
}

function remediesOver(trend: readonly ChartedYear[]): ReportChart {
  return overYears('remedies', '每年的行政复议和行政诉讼', ['行政复议', '行政诉讼'], trend, ({ table4 }) => [
    table4.review.at(-1) ?? null,
    sum([table4.directLitigation.at(-1) ?? null, table4.postReviewLitigation.at(-1) ?? null]),
  ]);
}

/** 维持、纠正、其他、尚未审结 of each group of 表四. */
function remedyResultsOf({ year, report: { table4 } }: ChartedYear): ReportChart {
  const parts = LITIGATION_COLUMNS.slice(0, -1);
  const bars = LITIGATION_GROUPS.flatMap(({ key, label }) => told(label, table4[key].slice(0, -1)));
  return { name: 'remedy-results', title: `${year} 年行政复议、行政诉讼的结果`, unit: '件', parts, bars };
}

function overYears(
  name: string,
  title: string,
  parts: readonly string[] | null,
  trend: readonly ChartedYear[],
  amounts: (report: ChartedYear['report']) => readonly Figure[],
): ReportChart {
  const bars = trend.flatMap(({ year, report }) => told(`${year} 年`, amounts(report)));
  return { name, title, unit: '件', parts, bars: bars.length > 1 ? bars : [] };
}

/** One bar, unless a figure of it is not told. */
function told(label: string, amounts: readonly Figure[]): ReportChart['bars'][number][] {
  return amounts.includes(null) ? [] : [{ label, amounts: amounts as readonly number[] }];
}

/** （一）予以公开 to （六）其他处理: the sums of their rows. */
function outcomeGroups({ format, table3 }: ChartedYear['report']): Map<string, Figure> {
  const groups = new Map<string, Figure>();
  for (const row of resultRows(formatNamed(format))) {
    const label = shortLabel(row.within[1] ?? row.label);
    groups.set(label, sum([groups.get(label) ?? 0, table3.rows[row.code]?.[TOTAL] ?? null]));
  }
  return groups;
}

/** `（二）部分公开（区分处理的，……）` → 部分公开. */
function shortLabel(label: string): string {
  return label.replace(/^[（(][一二三四五六七][）)]/, '').replace(/[（(].*$/, '');
}

function sum(figures: readonly Figure[]): Figure {
  return figures.reduce<Figure>((whole, figure) => (whole === null || figure === null ? null : whole + figure), 0);
}

/** 文字说明: every figure of the chart in words, for who does not see it. */
export function chartTold({ unit, parts, bars }: Pick<ReportChart, 'unit' | 'parts' | 'bars'>): string {
  const amountsOf = (amounts: readonly number[]) =>
    parts === null
      ? `${amounts[0]} ${unit}`
      : parts.flatMap((part, at) => (amounts[at] ? [`${part} ${amounts[at]} ${unit}`] : [])).join('、') || `0 ${unit}`;
  return `${bars.map(({ label, amounts }) => `${label} ${amountsOf(amounts)}`).join(parts === null ? '，' : '；')}。`;
}
