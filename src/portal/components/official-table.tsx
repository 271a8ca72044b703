/**
 * 官方表格: a table of the form, merged cells and all. `marks` tells of single figures (by JSON Pointer) that the reader could
 * not settle or that a finding speaks of.
 */
import type { PaperCell, PaperTable } from '../../statute/paper.ts';

export type CellMark = 'undecided' | 'faulty';

export function OfficialTable({
  table,
  marks,
}: {
  readonly table: PaperTable;
  readonly marks?: ReadonlyMap<string, CellMark>;
}): JSX.Element {
  const head = table.rows.slice(0, table.headRows);
  const body = table.rows.slice(table.headRows);
  return (
    <section class={['scroll', table.columns > 4 && 'slides']} aria-label={table.caption} tabindex="0">
      <table class={['official', `cols-${table.columns}`]} aria-label={table.caption}>
        {head.length > 0 ? (
          <thead>
            {head.map((row) => (
              <tr>{row.map((cell) => Cell({ cell, mark: undefined }))}</tr>
            ))}
          </thead>
        ) : null}
        <tbody>
          {body.map((row) => (
            <tr>{row.map((cell) => Cell({ cell, mark: cell.figure ? marks?.get(cell.figure) : undefined }))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, mark }: { cell: PaperCell; mark: CellMark | undefined }): JSX.Element {
  const spans = {
    colspan: cell.colspan && cell.colspan > 1 ? cell.colspan : undefined,
    rowspan: cell.rowspan && cell.rowspan > 1 ? cell.rowspan : undefined,
  };
  if (!cell.head && !mark) {
    return (
      <td {...spans} class={cell.align} safe>
        {cell.text}
      </td>
    );
  }
  if (!cell.head) {
    return (
      <td {...spans} class={[cell.align, mark]} title={mark && MARK_TERMS[mark]}>
        <span safe>{cell.text}</span>
        {mark ? (
          <span class="mark" safe>
            {MARK_WORDS[mark]}
          </span>
        ) : null}
      </td>
    );
  }
  const group = (cell.head === 'column' ? cell.colspan : cell.rowspan) ?? 1;
  const scope = cell.head === 'column' ? (group > 1 ? 'colgroup' : 'col') : group > 1 ? 'rowgroup' : 'row';
  return (
    <th {...spans} scope={scope} class={[cell.align, cell.head === 'column' && 'col']} safe>
      {cell.text}
    </th>
  );
}

/** Beside the figure, so that a mark is more than a colour. */
const MARK_WORDS: Readonly<Record<CellMark, string>> = { undecided: '待定', faulty: '有矛盾' };

const MARK_TERMS: Readonly<Record<CellMark, string>> = {
  undecided: '没有读出：原文里连在一起、看不清，或者没有见到',
  faulty: '核对发现这里有矛盾',
};
