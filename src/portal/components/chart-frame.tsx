/** 图的框: name and text alternative of a chart that is drawn on the server, and every figure of it in a table; no script. */
import type { Children } from '@kitajs/html';

export interface ChartFrameProps {
  /** Its own among the charts of a page. */
  readonly name: string;
  readonly title: string;
  /** Every figure in words. */
  readonly told: string;
  readonly width: number;
  readonly height: number;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly children?: Children;
  readonly legend?: Children;
}

export function ChartFrame(props: ChartFrameProps): JSX.Element {
  const { name, title, told, width, height, head, rows, children, legend } = props;
  return (
    <figure class="chart">
      <figcaption safe>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`chart-${name}`}
        aria-describedby={`chart-${name}-told`}
      >
        <title id={`chart-${name}`} safe>
          {title}
        </title>
        <desc id={`chart-${name}-told`} safe>
          {told}
        </desc>
        {children}
      </svg>
      {legend}
      <details>
        <summary>看表格</summary>
        <section class="scroll" aria-label={title} tabindex="0">
          <table>
            {head.length > 0 ? (
              <thead>
                <tr>
                  <td />
                  {head.map((text) => (
                    <th scope="col" class="right" safe>
                      {text}
                    </th>
                  ))}
                </tr>
              </thead>
            ) : null}
            <tbody>
              {rows.map(({ label, cells }) => (
                <tr>
                  <th scope="row" safe>
                    {label}
                  </th>
                  {cells.map((text) => (
                    <td class="right" safe>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
