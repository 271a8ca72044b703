/** 历年新收申请: how many came in, year by year. Five years are a trend; more are a wall; one is none. */
import type { ShownReport } from '../published-report.ts';
import { BarChart } from './bar-chart.tsx';

const YEARS = 5;
const TOTAL = 6;

export function YearsChart({ reports }: { readonly reports: readonly ShownReport[] }): JSX.Element {
  if (reports.length < 2) return '';
  const bars = reports
    .slice(0, YEARS)
    .map(({ year, report }) => ({ label: `${year} 年`, value: report.table3.rows['1']?.[TOTAL] ?? 0 }))
    .reverse();
  return <BarChart title="每年新收申请" unit="件" bars={bars} />;
}
