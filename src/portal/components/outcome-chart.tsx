/** 办理结果构成: one bar a kind of outcome, longest first; the same figures in a table below. */
import { formatNamed, resultRows } from '../../annual-report/form.ts';
import type { Report } from '../../annual-report/report.ts';
import { BarChart } from './bar-chart.tsx';

const TOTAL = 6;

export function OutcomeChart({ report }: { readonly report: Report }): JSX.Element {
  const bars = outcomeMix(report);
  const all = bars.reduce((sum, { value }) => sum + value, 0);
  if (all === 0) return '';
  return <BarChart title="申请的办理结果" unit="件" bars={bars} />;
}

/** Sums of the groups (一) to (六); a group nobody fell into is left out. */
export function outcomeMix(report: Report): { label: string; value: number }[] {
  const sums = new Map<string, number>();
  for (const row of resultRows(formatNamed(report.format))) {
    const label = shortLabel(row.within[1] ?? row.label);
    sums.set(label, (sums.get(label) ?? 0) + (report.table3.rows[row.code]?.[TOTAL] ?? 0));
  }
  return [...sums]
    .map(([label, value]) => ({ label, value }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}

/** `（二）部分公开（区分处理的，……）` → 部分公开. */
function shortLabel(label: string): string {
  return label.replace(/^[（(][一二三四五六七][）)]/, '').replace(/[（(].*$/, '');
}
