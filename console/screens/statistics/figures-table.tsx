/** One division of the year; on a narrow screen the table moves within its frame. */
import { Link } from 'wouter';
import type { StatisticsLine, StatisticsView } from '../../../src/desk/contract.ts';

export interface FiguresTableProps {
  readonly term: string;
  readonly columns: StatisticsView['columns'];
  readonly lines: readonly StatisticsLine[];
}

export function FiguresTable({ term, columns, lines }: FiguresTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="card figures-frame" aria-label={term} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{term}</th>
            {columns.map((column) => (
              <th key={column.term} scope="col" className="figure">
                {column.term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.term}>
              <th scope="row">{line.path ? <Link href={line.path}>{line.term}</Link> : line.term}</th>
              {[line.received, line.closed, line.median, line.p90, line.late].map((figure, at) => (
                <td key={columns[at]?.term} className="figure">
                  {figure ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
