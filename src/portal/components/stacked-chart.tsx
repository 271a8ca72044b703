/** 构成图: one bar a year, cut by shares; drawn on the server, no script. Every share is told in words and stands in the table below. */
import { chartTold } from '../../annual-report/render/report-charts.ts';
import { ChartFrame } from './chart-frame.tsx';

export interface StackedBar {
  readonly label: string;
  /** Amounts, in the order of the parts; null: not told. */
  readonly amounts: readonly (number | null)[];
}

const WIDTH = 300;
const ROW = 44;

export function StackedChart({
  name,
  title,
  unit,
  parts,
  bars,
}: {
  readonly name: string;
  readonly title: string;
  readonly unit: '件';
  readonly parts: readonly string[];
  readonly bars: readonly StackedBar[];
}): JSX.Element {
  const drawn = bars.flatMap(({ label, amounts }) =>
    amounts.includes(null) || sumOf(amounts) === 0 ? [] : [{ label, amounts: amounts as readonly number[] }],
  );
  if (drawn.length === 0) return '';
  const rows = drawn.map(({ label, amounts }) => ({ label, cells: [...amounts, sumOf(amounts)].map(String) }));
  const legend = (
    <ul class="legend">
      {parts.map((part, at) => (
        <li>
          <span class={`key part-${at + 1}`} />
          <span safe>{part}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <ChartFrame
      name={name}
      title={title}
      told={chartTold({ unit, parts, bars: drawn })}
      width={WIDTH}
      height={drawn.length * ROW}
      head={[...parts, '合计']}
      rows={rows}
      legend={legend}
    >
      {drawn.map(({ label, amounts }, at) => (
        <g>
          <text x="0" y={at * ROW + 14} class="label" safe>
            {label}
          </text>
          <text x={WIDTH} y={at * ROW + 14} text-anchor="end" safe>
            {`${sumOf(amounts)} ${unit}`}
          </text>
          {segments(amounts).map(({ from, width, part }) => (
            <rect class={`part-${part + 1}`} x={from} y={at * ROW + 20} width={width} height="14" />
          ))}
        </g>
      ))}
    </ChartFrame>
  );
}

function sumOf(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}

/** Where each part begins; nothing is drawn for nothing. */
function segments(amounts: readonly (number | null)[]): { from: number; width: number; part: number }[] {
  const whole = sumOf(amounts);
  let before = 0;
  return amounts.flatMap((amount, part) => {
    const from = (before / whole) * WIDTH;
    before += amount ?? 0;
    return amount ? [{ from: round(from), width: round(((amount ?? 0) / whole) * WIDTH), part }] : [];
  });
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
