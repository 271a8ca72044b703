/**
 * 正文里的表格 on paper: merged cells as the page has them, kept within what a sheet can hold. What an editor, or a program, wrote into a
 * span never makes a table larger than its own rows.
 */
import type { parseDocument } from 'htmlparser2';
import type { PaperBlock, PaperCell } from '../statute/paper.ts';

export type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<Node, { readonly attribs: unknown }>;

export const isTag = (node: Node): node is Element => 'attribs' in node;

/** More columns than this are no table on a sheet of A4: their rows are read as lines. */
const MOST_COLUMNS = 30;

interface Placed extends PaperCell {
  readonly column: number;
}

type Held = Pick<PaperCell, 'text' | 'align' | 'blocks'>;

/** @param inside what a cell holds; @param wordsOf the words of a caption */
export function tableBlocks(
  table: Element,
  inside: (cell: Element) => Held,
  wordsOf: (nodes: readonly Node[]) => string,
): PaperBlock[] {
  const rows = placed(rowsIn(table), inside);
  const columns = Math.max(0, ...rows.flat().map(({ column, colspan = 1 }) => column + colspan));
  const caption = wordsOf(table.children.filter((node) => isTag(node) && node.name === 'caption')).trim();
  const said: PaperBlock[] = caption === '' ? [] : [{ kind: 'paragraph', text: caption }];
  if (columns === 0) return said;
  if (columns > MOST_COLUMNS)
    return [
      ...said,
      ...rows.flatMap((row) => [
        { kind: 'paragraph', text: row.map(({ text }) => text).join('，') } as const,
        // Pictures and tables stand below the line of their row.
        ...row.flatMap(({ blocks = [] }) => blocks.filter((block) => !('text' in block))),
      ]),
    ];
  const cells = rows.map((row) => row.map(({ column: _, ...cell }) => cell));
  return [...said, { kind: 'table', caption, columns, headRows: headRowsOf(rows), rows: cells }];
}

function rowsIn(element: Element): Element[] {
  return element.children
    .filter(isTag)
    .flatMap((child) =>
      child.name === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsIn(child) : [],
    );
}

/** Every cell with the column it begins in; a span ends where the table ends. */
function placed(rows: readonly Element[], inside: (cell: Element) => Held): Placed[][] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((row, at) => {
    let column = 0;
    return row.children.filter(isTag).map((element) => {
      while (taken[at]!.has(column)) column += 1;
      const begins = column;
      const colspan = spanOf(element.attribs.colspan, MOST_COLUMNS);
      const rowspan = spanOf(element.attribs.rowspan, rows.length - at);
      for (let down = 0; down < rowspan; down += 1)
        for (let right = 0; right < colspan; right += 1) taken[at + down]!.add(begins + right);
      return {
        ...inside(element),
        column: begins,
        ...(colspan > 1 ? { colspan } : {}),
        ...(rowspan > 1 ? { rowspan } : {}),
        ...(element.name === 'th'
          ? { head: element.attribs.scope === 'row' ? ('row' as const) : ('column' as const) }
          : {}),
      };
    });
  });
}

function spanOf(written: string | undefined, most: number): number {
  const span = Number(written ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}

/** Leading rows of nothing but heads, as far as no merged cell reaches out of them; a table of heads alone repeats none. */
function headRowsOf(rows: readonly (readonly Placed[])[]): number {
  const first = rows.findIndex((row) => row.some(({ head }) => head !== 'column'));
  for (let n = Math.max(0, first); n > 0; n -= 1)
    if (rows.slice(0, n).every((row, at) => row.every(({ rowspan = 1 }) => at + rowspan <= n))) return n;
  return 0;
}
