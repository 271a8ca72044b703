/** 条形图: one bar a row, drawn on the server, no script; its text alternative tells every figure, and so does the table below. */
import { chartTold } from '../../annual-report/render/report-charts.ts';
import { ChartFrame } from './chart-frame.tsx';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

const WIDTH = 300;
const ROW = 44;

export function BarChart({
  name,
  title,
  unit,
  bars,
}: {
  readonly name: string;
  readonly title: string;
  readonly unit: '件';
  readonly bars: readonly Bar[];
}): JSX.Element {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const told = chartTold({ unit, parts: null, bars: bars.map(({ label, value }) => ({ label, amounts: [value] })) });
  const rows = bars.map(({ label, value }) => ({ label, cells: [`${value} ${unit}`] }));
  return (
    <ChartFrame name={name} title={title} told={told} width={WIDTH} height={bars.length * ROW} head={[]} rows={rows}>
      {bars.map(({ label, value }, at) => (
        <g>
          <text x="0" y={at * ROW + 14} class="label" safe>
            {label}
          </text>
          <text x={WIDTH} y={at * ROW + 14} text-anchor="end">
            {value}
          </text>
          <rect class="rail" x="0" y={at * ROW + 21} width={WIDTH} height="10" rx="2" />
          <rect class="bar" x="0" y={at * ROW + 21} width={widthOf(value, most)} height="10" rx="2" />
        </g>
      ))}
    </ChartFrame>
  );
}

/** A figure above nothing is never drawn as nothing. */
function widthOf(value: number, most: number): number {
  return value === 0 ? 0 : Math.max(2, Math.round((value / most) * WIDTH));
}
