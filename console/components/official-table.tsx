/** 官方表格: labels, order and merged cells as the form prints them; what stands in a figure's cell is its screen's. */
import type { ReactNode } from 'react';
import type { PaperCell, PaperTable } from '../../src/desk/contract.ts';
import './official-table.css';

export interface OfficialTableProps {
  readonly table: PaperTable;
  /** @param figure pointer of the cell */
  readonly figure: (figure: string, text: string) => { readonly shows: ReactNode; readonly mark?: string };
}

export function OfficialTable({ table, figure }: OfficialTableProps) {
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
                  <Cell key={keyOf([cell], column)} cell={cell} figure={figure} />
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

interface CellProps extends Pick<OfficialTableProps, 'figure'> {
  readonly cell: PaperCell;
}

function Cell({ cell: { text, colspan, rowspan, head, align, figure: pointer }, figure }: CellProps) {
  const span = { colSpan: colspan, rowSpan: rowspan };
  if (head)
    return (
      <th {...span} scope={head === 'row' ? 'row' : 'col'} className={align}>
        {text}
      </th>
    );
  if (!pointer)
    return (
      <td {...span} className={align}>
        {text}
      </td>
    );
  const { shows, mark = '' } = figure(pointer, text);
  return (
    <td {...span} className={`figure-cell ${mark}`}>
      {shows}
    </td>
  );
}
