/**
 * 信息的文书 [PRT-87, PUB-105]: a published document as a paper to keep: its title, number and text as the page shows them, and at the end where it
 * came from. It bears no red head and no place for a seal: it is a copy from the site, not the official document itself.
 */
import { parseDocument } from 'htmlparser2';
import type { Paper, PaperBlock, PaperCell, PaperItem, PaperList, PaperRun } from '../statute/paper.ts';
import { type Element, isTag, type Node, tableBlocks } from './document-table.ts';
import { INLINE, type PaperPictures, piecesOf, plainOf, wordsOfRuns } from './document-words.ts';
import type { PublicDocument } from './public-view.ts';

/** @param address of its page, whole; @param pictures of its text: of the others the paper says what they show */
export function documentPaper(document: PublicDocument, address: string, pictures: PaperPictures = new Map()): Paper {
  const { title, docNo, bodyHtml, attachments, indexNo, issuer, publishedOn, carriedOverOn } = document;
  const since =
    carriedOverOn === null ? `${publishedOn} 发布` : `原网站发布于 ${publishedOn}，${carriedOverOn} 移入本站`;
  return {
    title,
    blocks: [
      ...(docNo ? [{ kind: 'paragraph', text: docNo } as const] : []),
      ...blocksOf(parseDocument(bodyHtml).children, { pictures, depth: 0 }),
      ...(attachments.length > 0 ? [{ kind: 'attachments', names: attachments.map(({ name }) => name) } as const] : []),
      {
        kind: 'note',
        text: `${issuer}，索引号 ${indexNo}，${since}。本件由网页生成，以网页为准：${address}`,
      },
    ],
  };
}

interface Around {
  readonly pictures: PaperPictures;
  readonly side?: 'center' | 'right' | undefined;
  /** How many lists stand around. */
  readonly depth: number;
}

function blocksOf(nodes: readonly Node[], around: Around): PaperBlock[] {
  const { side, pictures } = around;
  const blocks: PaperBlock[] = [];
  let line: PaperRun[] = [];
  const flush = () => {
    const words = wordsOfRuns(line);
    if (words) blocks.push({ kind: 'paragraph', ...words, ...(side ? { side } : {}) });
    line = [];
  };
  for (const node of nodes) {
    if (isTag(node) && !INLINE.has(node.name)) {
      flush();
      blocks.push(...blockOf(node, around));
      continue;
    }
    for (const piece of piecesOf(node, pictures)) {
      if ('kind' in piece) {
        flush();
        blocks.push(side ? { ...piece, side } : piece);
      } else line.push(piece);
    }
  }
  flush();
  return blocks;
}

const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { h2: 1, h3: 2, h4: 3 };

function blockOf(element: Element, around: Around): PaperBlock[] {
  const level = LEVELS[element.name];
  if (level) return blocksOf(element.children, around).map((block) => asHeading(block, level));
  switch (element.name) {
    case 'ul':
    case 'ol':
      return listOf(element, around);
    case 'table':
      return tableBlocks(element, (cell) => cellOf(cell, around), plainOf);
    case 'hr':
      return [{ kind: 'rule' }];
    case 'figcaption':
      return blocksOf(element.children, { ...around, side: 'center' });
    case 'p':
      return blocksOf(element.children, { ...around, side: sideOf(element) });
    default:
      return blocksOf(element.children, around);
  }
}

function asHeading(block: PaperBlock, level: 1 | 2 | 3): PaperBlock {
  if (block.kind !== 'paragraph') return block;
  const { text, runs } = block;
  return { kind: 'heading', level, text, ...(runs ? { runs } : {}) };
}

const COUNTS = { '1': '1', a: 'a', A: 'A', i: 'i', I: 'I' } as const;

/** Each item with its mark, and what else stands in it below. */
function listOf(element: Element, around: Around): PaperBlock[] {
  const type = (element.attribs.type ?? '1') as keyof typeof COUNTS;
  const counts = element.name === 'ul' ? null : (COUNTS[type] ?? '1');
  const start = Number(element.attribs.start ?? 1);
  const list: PaperList = { level: around.depth, counts, start: Number.isInteger(start) && start >= 0 ? start : 1 };
  return element.children.filter(isTag).flatMap((entry, n) => {
    const mark = counts === null ? '•' : `${counted(list.start + n, counts)}.`;
    const blocks = blocksOf(entry.children, { pictures: around.pictures, depth: around.depth + 1 });
    const isFirst = blocks[0]?.kind === 'paragraph' && !blocks[0].item;
    return [...(isFirst ? [] : [{ kind: 'paragraph', text: '', item: { list, mark } } as const]), ...blocks].map(
      (block, at) => inItem(block, { list, mark: at === 0 ? mark : '' }),
    );
  });
}

function inItem(block: PaperBlock, item: PaperItem): PaperBlock {
  return block.kind === 'paragraph' && !block.item ? { ...block, item } : block;
}

/** a, b, … as a list of letters counts; i, ii, … as a Roman one. */
function counted(count: number, counts: '1' | 'a' | 'A' | 'i' | 'I'): string {
  if (counts === 'i') return (ROMAN[count] ?? String(count)).toLowerCase();
  if (counts === 'I') return ROMAN[count] ?? String(count);
  if (counts === '1' || count < 1 || count > 26) return String(count);
  return String.fromCodePoint((counts === 'a' ? 96 : 64) + count);
}

const ROMAN = ['', ...'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')];

function sideOf({ attribs }: Element): 'center' | 'right' | undefined {
  const side = attribs['data-align'];
  return side === 'center' || side === 'right' ? side : undefined;
}

function cellOf(element: Element, { pictures }: Around): Pick<PaperCell, 'text' | 'align' | 'blocks'> {
  const blocks = blocksOf(element.children, { pictures, depth: 0 });
  const [first] = blocks;
  const text = blocks
    .map((block) => ('text' in block ? block.text : ''))
    .filter((line) => line !== '')
    .join('\n');
  const align = first && 'side' in first ? first.side : undefined;
  const isPlain = blocks.length <= 1 && (!first || (first.kind === 'paragraph' && !first.runs && !first.item));
  return { text, ...(align ? { align } : {}), ...(isPlain ? {} : { blocks }) };
}
