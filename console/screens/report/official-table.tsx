/** 官方表格: as the form prints it; a figure is a button that opens its records, one that is found wrong is marked. */
import type { FindingView, PaperCell, PaperTable } from '../../../src/desk/contract.ts';

export interface OfficialTableProps {
  readonly table: PaperTable;
  readonly findings: readonly FindingView[];
  readonly onFigure: (figure: string) => void;
}

export function OfficialTable({ table, findings, onFigure }: OfficialTableProps) {
  const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ where }) => where));
  return (
    <section className="card official-card" aria-label={table.caption}>
      <h2>{table.caption}</h2>
      <section className="official-scroll" aria-label={`${table.caption}，可以左右滚动`}>
        <table className={`official cols-${table.columns}`}>
          <caption className="heard">{table.caption}</caption>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={keyOf(cells, row)}>
                {cells.map((cell, column) => (
                  <Cell key={keyOf([cell], column)} cell={cell} faulty={faulty} onFigure={onFigure} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The form never changes its order while it is on the screen. */
function keyOf(cells: readonly PaperCell[], at: number): string {
  return cells.find(({ figure }) => figure)?.figure ?? `${at}`;
}

interface CellProps {
  readonly cell: PaperCell;
  readonly faulty: ReadonlySet<string>;
  readonly onFigure: (figure: string) => void;
}

function Cell({ cell: { text, colspan, rowspan, head, align, figure }, faulty, onFigure }: CellProps) {
  const span = { colSpan: colspan, rowSpan: rowspan };
  if (head)
    return (
      <th {...span} scope={head === 'row' ? 'row' : 'col'} className={align}>
        {text}
      </th>
    );
  if (!figure)
    return (
      <td {...span} className={align}>
        {text}
      </td>
    );
  return (
    <td {...span} className={`figure-cell ${faulty.has(figure) ? 'faulty' : text === '0' ? 'zero' : ''}`}>
      <button type="button" id={figure} title="看这个数背后的记录" onClick={() => onFigure(figure)}>
        {text === '' ? '空' : text}
      </button>
    </td>
  );
}
