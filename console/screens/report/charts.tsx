/** 年报的图: drawn from the same values as on the portal; every figure is told in words and stands in a table. */
import type { ReportView } from '../../../src/desk/contract.ts';
import './charts.css';

type ReportChart = ReportView['charts'][number];
type ChartBar = ReportChart['bars'][number];

const WIDTH = 300;
const ROW = 44;

export function Charts({ charts }: { readonly charts: readonly ReportChart[] }) {
  if (charts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="charts">
      <h2 id="charts">图</h2>
      <div className="report-charts">
        {charts.map((chart) => (
          <Chart key={chart.name} chart={chart} />
        ))}
      </div>
    </section>
  );
}

function Chart({ chart }: { readonly chart: ReportChart }) {
  const { name, title, unit, parts, bars } = chart;
  const most = Math.max(1, ...bars.map(sumOf));
  return (
    <figure className="report-chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        role="img"
        aria-labelledby={`chart-${name}`}
        aria-describedby={`chart-${name}-told`}
      >
        <title id={`chart-${name}`}>{title}</title>
        <desc id={`chart-${name}-told`}>{told(chart)}</desc>
        {bars.map((bar, at) => (
          <g key={bar.label} transform={`translate(0 ${at * ROW})`}>
            <text x="0" y="14" className="label">
              {bar.label}
            </text>
            <text x={WIDTH} y="14" textAnchor="end">
              {sumOf(bar)} {unit}
            </text>
            {segmentsOf(bar, parts === null ? most : sumOf(bar)).map(({ part, from, width }) => (
              <rect key={part} className={`part-${part + 1}`} x={from} y="20" width={width} height="12" />
            ))}
          </g>
        ))}
      </svg>
      {parts && (
        <ul className="legend">
          {parts.map((part, at) => (
            <li key={part}>
              <span className={`key part-${at + 1}`} />
              {part}
            </li>
          ))}
        </ul>
      )}
      {parts && <ChartTable parts={parts} bars={bars} title={title} />}
    </figure>
  );
}

interface ChartTableProps {
  readonly parts: readonly string[];
  readonly bars: readonly ChartBar[];
  readonly title: string;
}

function ChartTable({ parts, bars, title }: ChartTableProps) {
  return (
    <details>
      <summary>看表格</summary>
      <div className="chart-table">
        <table aria-label={title}>
          <thead>
            <tr>
              <td />
              {parts.map((part) => (
                <th key={part} scope="col">
                  {part}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, amounts }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {parts.map((part, at) => (
                  <td key={part}>{amounts[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function sumOf({ amounts }: ChartBar): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function segmentsOf({ amounts }: ChartBar, whole: number): { part: number; from: number; width: number }[] {
  let before = 0;
  return amounts.flatMap((amount, part) => {
    const from = (before / whole) * WIDTH;
    before += amount;
    return amount > 0 ? [{ part, from, width: Math.max(2, (amount / whole) * WIDTH) }] : [];
  });
}

function told({ parts, bars, unit }: ReportChart): string {
  const amountsOf = ({ amounts }: ChartBar) =>
    parts === null ? `${amounts[0]} ${unit}` : parts.map((part, at) => `${part} ${amounts[at]} ${unit}`).join('、');
  return `${bars.map((bar) => `${bar.label} ${amountsOf(bar)}`).join('；')}。`;
}
