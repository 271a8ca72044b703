/** The figures of the year by kind, each opening its records, and the records page by page. */
import type { InteractionQuery, InteractionsView } from '../../../src/desk/contract.ts';
import { Empty } from '../../components/empty.tsx';
import { Pages } from '../../components/pages.tsx';
import '../../components/table.css';

export interface InteractionListProps {
  readonly view: InteractionsView;
  readonly asked: InteractionQuery;
  readonly onTurn: (name: 'kind' | 'page', value: string) => void;
}

export function InteractionList({ view, asked, onTurn }: InteractionListProps) {
  const { counts, lines, total, pageSize } = view;
  return (
    <>
      <ul className="kind-counts" aria-label="按种类">
        {counts.map(({ name, term, count, measure }) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={asked.kind === name}
              onClick={() => onTurn('kind', asked.kind === name ? '' : name)}
            >
              {term}
              <strong className="figures">
                {count} {measure}
              </strong>
            </button>
          </li>
        ))}
      </ul>
      {lines.length === 0 ? (
        <Empty says={`${view.year} 年没有登记过${asked.kind ? '这一类' : ''}互动。`} begin="举行以后在这里逐件登记。" />
      ) : (
        <>
          <p className="soft found" role="status">
            共 {total} 件
          </p>
          <div className="card table-card">
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">题目</th>
                  <th scope="col">种类</th>
                  <th scope="col">机关</th>
                  <th scope="col">日期</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ id, title, kind, agency, heldOn }) => (
                  <tr key={id} className="row">
                    <th scope="row">{title}</th>
                    <td>{kind}</td>
                    <td>{agency}</td>
                    <td>
                      <time dateTime={heldOn}>{heldOn}</time>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Pages page={asked.page ?? 1} pageSize={pageSize} total={total} onTurn={(to) => onTurn('page', String(to))} />
        </>
      )}
    </>
  );
}
