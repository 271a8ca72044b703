/**
 * 文书 → Word: a Paper in the layout of official documents (GB/T 9704: A4 with its margins, title centred, body of the third
 * size with two characters of indent, page number at the foot). Fonts are named, not embedded: Word takes the reader's own.
 */
import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '../../statute/paper.ts';
import { columnWidths } from './column-widths.ts';

/** Twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const PAGE = { width: twips(210), height: twips(297) };
const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** Sizes in half points: 二号, 三号, 四号, 小五. */
const SIZE = { title: 44, body: 32, foot: 28, table: 18 } as const;
const BODY_LINE = { line: 580, lineRule: LineRuleType.EXACT } as const;

const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });
const FONT = { title: font('宋体'), body: font('仿宋'), part: font('黑体'), within: font('楷体'), table: font('宋体') };

export async function paperDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: legible(paper.title),
    creator: '',
    lastModifiedBy: '',
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [title(paper.title), ...paper.blocks.map(drawn)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function drawn(block: PaperBlock): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, {
        run: { font: block.level === 1 ? FONT.part : FONT.within },
        heading: block.level,
      });
    case 'paragraph':
      return paragraph(block.text, { run: { font: FONT.body } });
    case 'signature':
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: SIZE.body * 10 * 4 },
        spacing: BODY_LINE,
        children: [text(block.text, { font: FONT.body, size: SIZE.body })],
      });
    case 'table':
      return table(block);
  }
}

function title(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 400, line: 700, lineRule: LineRuleType.AT_LEAST },
    children: [text(words, { font: FONT.title, size: SIZE.title, bold: true })],
  });
}

/** Body text: two characters of indent, as wide as the size of the letters says. */
function paragraph(words: string, { run, heading }: { run: IRunOptions; heading?: 1 | 2 }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: SIZE.body * 10 * 2, firstLineChars: 200 },
    spacing: BODY_LINE,
    // The outline of the document, for the navigation pane and screen readers.
    ...(heading ? { outlineLevel: heading - 1, keepNext: true } : {}),
    children: [text(words, { size: SIZE.body, ...run })],
  });
}

function table(form: PaperTable): Table {
  const widths = columnWidths(form, TEXT_WIDTH);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: form.rows.map(
      (row, at) => new TableRow({ cantSplit: true, tableHeader: at < form.headRows, children: row.map(tableCell) }),
    ),
  });
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function tableCell(cell: PaperCell): TableCell {
  return new TableCell({
    columnSpan: cell.colspan ?? 1,
    rowSpan: cell.rowspan ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: ALIGN[cell.align ?? 'left'],
        children: [text(cell.text, { font: FONT.table, size: SIZE.table })],
      }),
    ],
  });
}

/** `— 1 —`, as official documents print it. */
function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: FONT.table, size: SIZE.foot, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function text(words: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text: legible(words) });
}

/** What XML cannot hold would make a file that Word refuses to open. */
function legible(words: string): string {
  return words.replace(/(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '');
}
