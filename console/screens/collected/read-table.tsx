/** 读到的表格: as the form prints it; what is open and what a person settled is marked by a word. */
import type { CollectedReportView, PaperCell, PaperTable } from '../../../src/desk/contract.ts';

interface ReadTableProps {
  readonly table: PaperTable;
  readonly undecided: CollectedReportView['undecided'];
}

export function ReadTable({ table, undecided }: ReadTableProps) {
  const marks = new Map(undecided.map(({ pointer, settled }) => [pointer, settled ? '人工' : '待定']));
  return (
    <section className="card read-card" aria-label={table.caption}>
      <h2>{table.caption}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="read-scroll" aria-label={`${table.caption}，可以左右滚动`} tabIndex={0}>
        <table className={`read-form cols-${table.columns}`}>
          <caption className="heard">{table.caption}</caption>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={cells.find(({ figure }) => figure)?.figure ?? `${row}`}>
                {cells.map((cell, column) => (
                  <ReadCell key={cell.figure ?? `${column}`} cell={cell} mark={marks.get(cell.figure ?? '')} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ReadCell({ cell, mark }: { readonly cell: PaperCell; readonly mark: string | undefined }) {
  const { text, colspan, rowspan, head, align } = cell;
  const span = { colSpan: colspan, rowSpan: rowspan };
  if (head)
    return (
      <th {...span} scope={head === 'row' ? 'row' : 'col'} className={align}>
        {text}
      </th>
    );
  return (
    <td {...span} className={`${align ?? ''} ${mark === '待定' ? 'open-cell' : ''}`}>
      {text}
      {mark && <span className="cell-mark">{mark}</span>}
    </td>
  );
}
