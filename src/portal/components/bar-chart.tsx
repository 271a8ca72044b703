/** 条形图: drawn on the server, no script; the text alternative tells every figure, and the table stands below. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

const WIDTH = 300;
const ROW = 44;

export function BarChart({
  title,
  unit,
  bars,
}: {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}): JSX.Element {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const told = `${title}：${bars.map(({ label, value }) => `${label} ${value} ${unit}`).join('，')}。`;
  return (
    <figure class="chart">
      <figcaption safe>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={told}>
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
      </svg>
      <details>
        <summary>看表格</summary>
        <table>
          <tbody>
            {bars.map(({ label, value }) => (
              <tr>
                <th scope="row" safe>
                  {label}
                </th>
                <td class="right" safe>{`${value} ${unit}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** A figure above nothing is never drawn as nothing. */
function widthOf(value: number, most: number): number {
  return value === 0 ? 0 : Math.max(2, Math.round((value / most) * WIDTH));
}
