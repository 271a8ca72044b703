/**
 * 文书 → Word: a Paper in the layout of official documents (`official-layout.ts`). Fonts are named, not embedded: Word takes the
 * reader's own.
 */
import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Paper } from '../../statute/paper.ts';
import { pageBlocks } from './docx/blocks.ts';
import { openLists } from './docx/lists.ts';
import { BODY_LINE, FONT, lineOf, MARGIN, PAGE, roomBy, SIZE } from './docx/measures.ts';
import { text } from './docx/words.ts';
import { legible, letterheadSize, SIZE_PT } from './official-layout.ts';

const RED = 'C00000';
const ISSUER_LINE = 1.15;

export async function paperDocx(paper: Paper): Promise<Buffer> {
  const lists = openLists();
  const children = [...letterhead(paper), title(paper.title), ...pageBlocks(paper.blocks, lists)];
  const document = new Document({
    title: legible(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    numbering: { config: lists.config },
    // A line that is ended within a paragraph is as wide as its words.
    compatibility: { doNotExpandShiftReturn: true },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: MARGIN },
        },
        footers: {
          default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
          even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
        },
        children,
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

function title(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: roomBy(1), ...lineOf(SIZE_PT.title) },
    children: [text(words, { font: FONT.title, size: SIZE.title, bold: true })],
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
