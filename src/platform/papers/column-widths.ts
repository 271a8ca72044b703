/** Widths of a table's columns on paper, in proportion to what stands in them, so that one long label does not squeeze the figures. */
import type { PaperCell, PaperTable } from '../../statute/paper.ts';

/** A column is as wide as its longest text of its own, within these bounds (in characters). */
const NARROWEST = 3;
const WIDEST = 12;

/** @returns one width a column, in the unit of `total`, together exactly `total` */
export function columnWidths(table: PaperTable, total: number): number[] {
  const weights = Array.from({ length: table.columns }, () => NARROWEST);
  for (const { column, cell } of placedCells(table)) {
    if ((cell.colspan ?? 1) > 1) continue;
    weights[column] = Math.max(weights[column]!, Math.min(lettersIn(cell), WIDEST));
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  const widths = weights.map((weight) => Math.floor((weight / sum) * total));
  widths[0]! += total - widths.reduce((a, b) => a + b, 0);
  return widths;
}

/** As many as its text, or a picture or table in it, is wide. */
function lettersIn({ text, blocks = [] }: PaperCell): number {
  return Math.max(text.length, ...blocks.map((block) => ('text' in block ? 0 : WIDEST)));
}

/** Every cell with the column it begins in, once merged cells above and before it have taken their places. */
export function placedCells(table: PaperTable) {
  const taken = table.rows.map(() => new Set<number>());
  return table.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]!.has(column)) column += 1;
      for (let down = 0; down < (cell.rowspan ?? 1); down += 1)
        for (let right = 0; right < (cell.colspan ?? 1); right += 1) taken[row + down]?.add(column + right);
      return { row, column, cell };
    });
  });
}
