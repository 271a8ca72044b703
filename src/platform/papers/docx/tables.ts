/** 表格 in Word, with its merged cells, as wide as the place it stands in. */
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { PaperBlock, PaperCell, PaperTable } from '../../../statute/paper.ts';
import { columnWidths, placedCells } from '../column-widths.ts';
import { FONT, SIZE } from './measures.ts';
import { text } from './words.ts';

export const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const ASIDE = 60;

/** Draws what stands in a cell: its blocks, how wide it is, and the size of its letters. */
type Inside = (blocks: readonly PaperBlock[], width: number, size: number) => (Paragraph | Table)[];

export function tableIn(form: PaperTable, width: number, inside: Inside): Table {
  const widths = columnWidths(form, width);
  const size = form.inLetter ? SIZE.list : SIZE.table;
  const columns = new Map(placedCells(form).map(({ cell, column }) => [cell, column]));
  // The head stands on no page without what it heads.
  const contents = (cell: PaperCell, row: number) => {
    if (!cell.blocks) return [plain(cell, size, row < form.headRows && row < form.rows.length - 1)];
    const begins = columns.get(cell) ?? 0;
    const wide = widths.slice(begins, begins + (cell.colspan ?? 1)).reduce((sum, one) => sum + one, 0);
    const drawn = inside(cell.blocks, wide - ASIDE * 2, size);
    // A cell ends with a paragraph, or Word takes the file for damaged.
    return drawn.at(-1) instanceof Paragraph ? drawn : [...drawn, new Paragraph({})];
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: form.rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < form.headRows,
          children: row.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colspan ?? 1,
                rowSpan: cell.rowspan ?? 1,
                verticalAlign: VerticalAlign.CENTER,
                margins: { top: 40, bottom: 40, left: ASIDE, right: ASIDE },
                children: contents(cell, at),
              }),
          ),
        }),
    ),
  });
}

function plain(cell: PaperCell, size: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: ALIGN[cell.align ?? 'left'],
    children: [text(cell.text, { font: FONT.table, size })],
  });
}
