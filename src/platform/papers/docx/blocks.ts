/** What stands on a paper, block by block, in the text of a page and in the cells of its tables. */
import {
  AlignmentType,
  BorderStyle,
  type IIndentAttributesProperties,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type Table,
} from 'docx';
import type { PaperBlock, PaperItem, PaperParagraph, PaperPicture, PaperWords } from '../../../statute/paper.ts';
import { attachmentLabel, legible, pictureSize, SIZE_PT } from '../official-layout.ts';
import { itemIndent, type Lists } from './lists.ts';
import { BODY_LINE, CLOSER, EM, FONT, PITCH, SIZE, TEXT_WIDTH } from './measures.ts';
import { ALIGN, tableIn } from './tables.ts';
import { text, wordsIn } from './words.ts';

/** The two lines above 署名, counted from the letters as well: of the line that follows the letters alone. */
const ABOVE_CLOSING = PITCH * 2 - (PITCH - SIZE_PT.body * 20);

/** The seal stands on no page without text: what leads to the signature goes with it. */
export function pageBlocks(blocks: readonly PaperBlock[], lists: Lists): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => drawn(block, blocks[at + 1]?.kind, lists));
}

/** @param next the kind that follows */
function drawn(block: PaperBlock, next: PaperBlock['kind'] | undefined, lists: Lists): (Paragraph | Table)[] {
  const leads = next === 'closing' || next === 'attachments';
  switch (block.kind) {
    case 'heading':
      return [paragraph(block, { run: HEADINGS[block.level], heading: block.level })];
    case 'paragraph':
      return paragraphsOf(block, leads, lists);
    case 'addressee':
      return [paragraph(block, { indent: {} })];
    case 'note':
      return [paragraph({ text: `（${block.text}）` })];
    case 'attachments':
      return block.names.map((name, at) =>
        paragraph(
          { text: `${attachmentLabel(at, block.names.length)}${name}` },
          {
            indent: { left: EM * 5, hanging: at === 0 ? EM * 3 : 0 },
            before: at === 0 ? PITCH : 0,
            stays: leads,
          },
        ),
      );
    case 'closing':
      return [closing(block.issuer, ABOVE_CLOSING, true), closing(block.date, 0, next === 'note')];
    case 'picture':
      return [picture({ side: 'center', ...block })];
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4 } } })];
    case 'table':
      return [tableIn(block, TEXT_WIDTH, cellBlocks(lists))];
  }
}

const BODY = { font: FONT.body, size: SIZE.body } as const;
const HEADINGS = { 1: { font: FONT.part }, 2: { font: FONT.within }, 3: { bold: true } } as const;

/** Each line of a text is a paragraph of its own, blank ones left out; where words have looks a line ends within the paragraph. */
function paragraphsOf(block: PaperParagraph, leads: boolean, lists: Lists): Paragraph[] {
  const { text: words, runs, side, item } = block;
  const place = side ? { side, indent: {} } : {};
  if (item) return [paragraph(block, { ...itemOf(item, BODY, EM, lists), ...(side ? { side } : {}), stays: leads })];
  if (runs) return [paragraph(block, { ...place, stays: leads })];
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => paragraph({ text: line }, { ...place, stays: leads && at === lines.length - 1 }));
}

/** @param look of the words, and of the mark before them */
function itemOf(
  item: PaperItem,
  look: IRunOptions,
  em: number,
  lists: Lists,
): Pick<IParagraphOptions, 'numbering' | 'indent'> {
  const numbering = lists.numbered(item.list, look, em);
  const left = itemIndent(item.list, em);
  return item.mark === '' ? { indent: { left } } : { numbering, indent: { left, hanging: Math.round(em * 1.5) } };
}

/** 署名 stands in the middle above the date; the date four characters from the right. Both in one column as wide as the longer. */
function closing(words: string, before: number, stays: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: TEXT_WIDTH - EM * 15, right: EM * 2 },
    spacing: { ...BODY_LINE, before },
    keepLines: true,
    keepNext: stays,
    children: [text(words, { ...BODY, characterSpacing: CLOSER })],
  });
}

interface BodyLook {
  readonly run?: IRunOptions;
  readonly heading?: 1 | 2 | 3;
  readonly indent?: IIndentAttributesProperties | undefined;
  readonly numbering?: IParagraphOptions['numbering'];
  readonly before?: number;
  readonly side?: 'center' | 'right';
  /** On the page of what follows. */
  readonly stays?: boolean;
}

/** Body text: two characters of indent, as wide as the size of the letters says. */
function paragraph(words: PaperWords, look: BodyLook = {}): Paragraph {
  const { run, heading, indent, numbering, before = 0, side, stays = false } = look;
  return new Paragraph({
    alignment: side ? ALIGN[side] : AlignmentType.BOTH,
    indent: indent ?? { firstLine: EM * 2, firstLineChars: 200 },
    ...(numbering ? { numbering } : {}),
    spacing: { ...BODY_LINE, before },
    // The outline of the document, for the navigation pane and screen readers.
    ...(heading ? { outlineLevel: heading - 1 } : {}),
    keepNext: stays || heading !== undefined,
    keepLines: stays,
    children: wordsIn(words, { ...BODY, characterSpacing: CLOSER, ...run }),
  });
}

/** As wide as it is, and no wider or higher than the place it stands in; on a line as high as it needs. */
function picture({ alt, format, width, height, content, side }: PaperPicture, most?: number): Paragraph {
  const points = pictureSize({ width, height }, most);
  const description = legible(alt);
  const image = new ImageRun({
    type: format,
    data: content,
    // The library counts in dots.
    transformation: { width: Math.round(points.width / 0.75), height: Math.round(points.height / 0.75) },
    altText: { name: description, title: description, description },
  });
  return new Paragraph({ alignment: ALIGN[side ?? 'left'], children: [image] });
}

/** In a cell the letters are smaller and nothing is indented but the items of lists. */
function cellBlocks(lists: Lists) {
  const inside = (blocks: readonly PaperBlock[], width: number, size: number): (Paragraph | Table)[] =>
    blocks.flatMap((block): (Paragraph | Table)[] => {
      if (block.kind === 'table') return [tableIn(block, width, inside)];
      if (block.kind === 'picture') return [picture(block, width / 20)];
      if (!('text' in block)) return [];
      const own = block.kind === 'paragraph' ? block : undefined;
      const look = { font: FONT.table, size, ...(block.kind === 'heading' ? { bold: true } : {}) };
      const place = own?.item ? itemOf(own.item, look, size * 10, lists) : {};
      return [new Paragraph({ ...place, alignment: ALIGN[own?.side ?? 'left'], children: wordsIn(block, look) })];
    });
  return inside;
}
