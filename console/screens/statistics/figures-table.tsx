/** One division of the year, each figure opening its files; on a narrow screen the table moves within its frame. */
import { Link } from 'wouter';
import type { CountedQuery, StatisticsLine, StatisticsTable, StatisticsView } from '../../../src/desk/contract.ts';
import { countedPath } from './counted-query.ts';

export interface FiguresTableProps {
  readonly year: number;
  readonly table: StatisticsTable;
  readonly columns: StatisticsView['columns'];
  readonly total: StatisticsLine;
}

export function FiguresTable({ year, table: { name, term, lines }, columns, total }: FiguresTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="card figures-frame" aria-label={term} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{term}</th>
            {columns.map((column) => (
              <th key={column.figure} scope="col" className="figure">
                {column.term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...lines, total].map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.group && <span className="soft">{line.group} › </span>}
                {line.term}
              </th>
              {columns.map(({ figure, opens, term: column }) => (
                <td key={figure} className="figure">
                  {line[figure] || (opens === 'timed' && line[figure] !== null) ? (
                    <Link
                      href={countedPath({
                        year,
                        figure: opens,
                        ...(line.key && { by: name as NonNullable<CountedQuery['by']>, key: line.key }),
                      })}
                      aria-label={`${line.term}，${column} ${line[figure]}，看是哪些申请`}
                    >
                      {line[figure]}
                    </Link>
                  ) : (
                    (line[figure] ?? '—')
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
