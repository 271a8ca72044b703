/** 网页的片段: paragraphs become lines, tables of figures become rows; a table that only arranges the page is unfolded. */
import { type HtmlBlock, type HtmlCell, type HtmlTable, htmlTree, UNREADABLE } from './html-tree.ts';
import { type Cell, line, type Piece, type Row } from './piece.ts';

/** A cell with a whole paragraph in it holds prose, not a figure or a label. */
const PROSE = 160;
const MAX_CELLS = 60_000;
const MAX_COLUMNS = 64;

/** @param seenOnly see `htmlTree` */
export function htmlPieces(html: string, seenOnly = false): Piece[] {
  const pieces: Piece[] = [];
  let tables = 0;
  const emit = (blocks: readonly HtmlBlock[]): void => {
    for (const block of blocks) {
      if (block === UNREADABLE) continue;
      if (typeof block === 'string') pieces.push(line(block, true));
      else if (arrangesPage(block)) for (const row of block.rows) for (const cell of row) emit(cell.parts);
      else for (const row of grid(block, tables++)) pieces.push(row);
    }
  };
  emit(htmlTree(html, seenOnly));
  return pieces;
}

function arrangesPage({ rows }: HtmlTable): boolean {
  return (
    rows.every((row) => row.length <= 1) ||
    rows.some((row) => row.some(({ parts }) => parts.some((part) => typeof part !== 'string' || part.length > PROSE)))
  );
}

/** 合并单元格: every row as wide as the table, with merged cells repeated as not their own. */
function grid({ rows }: HtmlTable, table: number): Row[] {
  const reaching: { cell: HtmlCell; left: number }[] = [];
  let cells = 0;
  return rows.map((row): Row => {
    const out: Cell[] = [];
    const fromAbove = () => {
      for (;;) {
        const above = reaching[out.length];
        if (above === undefined || above.left <= 0) return;
        above.left--;
        out.push({ text: wordsOf(above.cell), own: false });
      }
    };
    for (const cell of row) {
      fromAbove();
      for (let i = 0; i < cell.colspan && out.length < MAX_COLUMNS && cells < MAX_CELLS; i++, cells++) {
        reaching[out.length] = { cell, left: cell.rowspan - 1 };
        out.push({ text: wordsOf(cell), own: i === 0 });
      }
    }
    fromAbove();
    return { kind: 'row', cells: out, table };
  });
}

function wordsOf({ parts }: HtmlCell): string {
  return parts.filter((part) => typeof part === 'string').join('\n');
}
