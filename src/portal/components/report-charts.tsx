/** 年报的图 [ANR-56]: each chart of a report in a section of its own. */
import type { ReportChart } from '../../annual-report/render/report-charts.ts';
import { BarChart } from './bar-chart.tsx';
import { StackedChart } from './stacked-chart.tsx';

export function ReportCharts({ charts }: { readonly charts: readonly ReportChart[] }): JSX.Element {
  return (
    <>
      {charts.map((chart) => (
        <section>
          <Chart chart={chart} />
        </section>
      ))}
    </>
  ) as JSX.Element;
}

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
