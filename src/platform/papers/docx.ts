/**
 * 文书 → Word: a Paper in the layout of official documents (`official-layout.ts`). Fonts are named, not embedded: Word takes the
 * reader's own.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IIndentAttributesProperties,
  ImageRun,
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
import type { Paper, PaperBlock, PaperCell, PaperPicture, PaperTable } from '../../statute/paper.ts';
import { columnWidths } from './column-widths.ts';
import {
  attachmentLabel,
  CHARACTERS,
  legible,
  letterheadSize,
  MARGIN_MM,
  PAGE_MM,
  PITCH_PT,
  pictureSize,
  SIZE_PT,
  TEXT_PT,
} from './official-layout.ts';

/** Twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const PAGE = { width: twips(PAGE_MM.width), height: twips(PAGE_MM.height) };
const MARGIN = {
  top: twips(MARGIN_MM.top),
  bottom: twips(MARGIN_MM.bottom),
  left: twips(MARGIN_MM.left),
  right: twips(MARGIN_MM.right),
  footer: twips(MARGIN_MM.bottom - 7 - 5),
};
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const PITCH = Math.floor(PITCH_PT * 20);

/** Word counts sizes in half points. */
const SIZE = {
  title: SIZE_PT.title * 2,
  body: SIZE_PT.body * 2,
  foot: SIZE_PT.foot * 2,
  table: SIZE_PT.table * 2,
  list: SIZE_PT.list * 2,
} as const;
const BODY_LINE = { line: PITCH, lineRule: LineRuleType.EXACT } as const;
/** A line for larger letters; the issuer's stand close above the rule, as they do in the PDF. */
const lineOf = (points: number, by = 1.4) =>
  ({ line: Math.round(points * by * 20), lineRule: LineRuleType.EXACT }) as const;
const ISSUER_LINE = 1.15;
/**
 * Room above and below a title: Word's exact line is taller than the letters in it, the PDF counts from the letters themselves. Half of what a
 * title's line has too much is taken back on either side, so that both hold the same lines on a page.
 */
const roomBy = (lines: number) => lines * PITCH - Math.round(SIZE_PT.title * 0.7 * 20);
/** The two lines above 署名, counted from the letters as well: of the line that follows the letters alone. */
const ABOVE_CLOSING = PITCH * 2 - (PITCH - SIZE_PT.body * 20);
/** 28 characters of the third size are a little wider than the text: the standard prints them closer, in twips. */
const CLOSER = Math.floor((TEXT_PT.width / CHARACTERS - SIZE_PT.body) * 20);
const RED = 'C00000';

const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });
const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  part: font('黑体'),
  within: font('楷体_GB2312'),
  table: font('宋体'),
};

export async function paperDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: legible(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: MARGIN },
        },
        footers: {
          default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
          even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
        },
        children: [
          ...letterhead(paper),
          title(paper.title),
          ...paper.blocks.flatMap((block, at) => drawn(block, paper.blocks[at + 1]?.kind)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** 版头: 发文机关标志, 发文字号, the red rule with two lines of room below. */
function letterhead({ letterhead: head }: Paper): Paragraph[] {
  if (!head) return [];
  const points = letterheadSize(head.issuer);
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 10, color: RED, space: 4 } };
  const issuer = text(head.issuer, { font: FONT.title, size: Math.floor(points * 2), color: RED, bold: true });
  const name = { alignment: AlignmentType.CENTER, children: [issuer] };
  if (!head.number)
    return [new Paragraph({ ...name, spacing: { ...lineOf(points, ISSUER_LINE), after: roomBy(2) }, border: rule })];
  return [
    new Paragraph({ ...name, spacing: lineOf(points, ISSUER_LINE) }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...BODY_LINE, after: roomBy(2) },
      border: rule,
      children: [text(head.number, { font: FONT.body, size: SIZE.body })],
    }),
  ];
}

/** The seal stands on no page without text: what leads to the signature goes with it. @param next the kind that follows */
function drawn(block: PaperBlock, next?: PaperBlock['kind']): (Paragraph | Table)[] {
  const leads = next === 'closing' || next === 'attachments';
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(block.text, {
          run: { font: block.level === 1 ? FONT.part : FONT.within },
          heading: block.level,
        }),
      ];
    case 'paragraph':
      return linesOf(block.text).map((line, at, lines) =>
        paragraph(line, {
          stays: leads && at === lines.length - 1,
          ...(block.side ? { side: block.side, indent: {} } : {}),
        }),
      );
    case 'addressee':
      return [paragraph(block.text, { indent: {} })];
    case 'note':
      return [paragraph(`（${block.text}）`)];
    case 'attachments':
      return block.names.map((name, at) =>
        paragraph(`${attachmentLabel(at, block.names.length)}${name}`, {
          indent: { left: EM * 5, hanging: at === 0 ? EM * 3 : 0 },
          before: at === 0 ? PITCH : 0,
          stays: leads,
        }),
      );
    case 'closing':
      return [closing(block.issuer, ABOVE_CLOSING, true), closing(block.date, 0, next === 'note')];
    case 'picture':
      return [picture(block)];
    case 'table':
      return [table(block)];
  }
}

/** Each line of a text is a paragraph of its own; blank ones are left out. */
function linesOf(words: string): string[] {
  return words.split('\n').filter((line) => line.trim() !== '');
}

/** The width of a character of the body, in twips. */
const EM = SIZE.body * 10;

/** 署名 stands in the middle above the date; the date four characters from the right. Both in one column as wide as the longer. */
function closing(words: string, before: number, stays: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: TEXT_WIDTH - EM * 15, right: EM * 2 },
    spacing: { ...BODY_LINE, before },
    keepLines: true,
    keepNext: stays,
    children: [text(words, { font: FONT.body, size: SIZE.body, characterSpacing: CLOSER })],
  });
}

function title(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: roomBy(1), ...lineOf(SIZE_PT.title) },
    children: [text(words, { font: FONT.title, size: SIZE.title, bold: true })],
  });
}

interface BodyLook {
  readonly run?: IRunOptions;
  readonly heading?: 1 | 2;
  readonly indent?: IIndentAttributesProperties;
  readonly before?: number;
  readonly side?: 'center' | 'right';
  /** On the page of what follows. */
  readonly stays?: boolean;
}

/** Body text: two characters of indent, as wide as the size of the letters says. */
function paragraph(words: string, { run, heading, indent, before = 0, side, stays = false }: BodyLook = {}): Paragraph {
  return new Paragraph({
    alignment: side ? ALIGN[side] : AlignmentType.BOTH,
    indent: indent ?? { firstLine: EM * 2, firstLineChars: 200 },
    spacing: { ...BODY_LINE, before },
    // The outline of the document, for the navigation pane and screen readers.
    ...(heading ? { outlineLevel: heading - 1 } : {}),
    keepNext: stays || heading !== undefined,
    keepLines: stays,
    children: [text(words, { font: FONT.body, size: SIZE.body, characterSpacing: CLOSER, ...run })],
  });
}

/** As wide as it is, and no wider or higher than the text of a page; on a line as high as it needs. */
function picture({ alt, format, width, height, content }: PaperPicture): Paragraph {
  const points = pictureSize({ width, height });
  const description = legible(alt);
  const image = new ImageRun({
    type: format,
    data: content,
    // The library counts in dots.
    transformation: { width: Math.round(points.width / 0.75), height: Math.round(points.height / 0.75) },
    altText: { name: description, title: description, description },
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [image] });
}

function table(form: PaperTable): Table {
  const widths = columnWidths(form, TEXT_WIDTH);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: form.rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < form.headRows,
          children: row.map((cell) => tableCell(cell, form.inLetter ? SIZE.list : SIZE.table)),
        }),
    ),
  });
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function tableCell(cell: PaperCell, size: number): TableCell {
  return new TableCell({
    columnSpan: cell.colspan ?? 1,
    rowSpan: cell.rowspan ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: ALIGN[cell.align ?? 'left'],
        children: [text(cell.text, { font: FONT.table, size })],
      }),
    ],
  });
}

/** `— 1 —`, a character from the outer edge, as official documents print it. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Paragraph {
  return new Paragraph({
    alignment,
    indent: { left: SIZE.foot * 10, right: SIZE.foot * 10 },
    children: [new TextRun({ font: FONT.table, size: SIZE.foot, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function text(words: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text: legible(words) });
}
