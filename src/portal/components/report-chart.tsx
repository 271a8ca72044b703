/** 年报的图 [ANR-56]: bars of one amount, or of parts of it. */
import type { ReportChart } from '../../annual-report/render/report-charts.ts';
import { BarChart } from './bar-chart.tsx';
import { StackedChart } from './stacked-chart.tsx';

export function Chart({ chart: { name, title, unit, parts, bars } }: { readonly chart: ReportChart }): JSX.Element {
  return parts === null ? (
    <BarChart
      name={name}
      title={title}
      unit={unit}
      bars={bars.map(({ label, amounts }) => ({ label, value: amounts[0]! }))}
    />
  ) : (
    <StackedChart name={name} title={title} unit={unit} parts={parts} bars={bars} />
  );
}
