/**
 * 信息的文书 [PRT-87]: a published document as a paper to keep: its title, number and text as the page shows them, and at the end where it
 * came from. It bears no red head and no place for a seal: it is a copy from the site, not the official document itself.
 */
import { parseDocument } from 'htmlparser2';
import type { Paper, PaperBlock, PaperPicture } from '../statute/paper.ts';
import { type Element, isTag, type Node, tableBlocks } from './document-table.ts';
import type { PictureHash } from './picture.ts';
import type { PublicDocument } from './public-view.ts';

/** What is there of the pictures of a body, by the hash it names them by. */
export type PaperPictures = ReadonlyMap<PictureHash, Omit<PaperPicture, 'kind' | 'alt'>>;

/** @param address of its page, whole; @param pictures of its text: of the others the paper says what they show */
export function documentPaper(document: PublicDocument, address: string, pictures: PaperPictures = new Map()): Paper {
  const { title, docNo, bodyHtml, attachments, indexNo, issuer, publishedOn, carriedOverOn } = document;
  const since =
    carriedOverOn === null ? `${publishedOn} 发布` : `原网站发布于 ${publishedOn}，${carriedOverOn} 移入本站`;
  return {
    title,
    blocks: [
      ...(docNo ? [{ kind: 'paragraph', text: docNo } as const] : []),
      ...blocksOf(parseDocument(bodyHtml).children, { pictures }),
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
  /** Before the first of an entry. */
  readonly bullet?: string;
  readonly side?: 'center' | 'right' | undefined;
}

function blocksOf(nodes: readonly Node[], around: Around): PaperBlock[] {
  const { bullet = '', side, pictures } = around;
  const blocks: PaperBlock[] = [];
  let loose = '';
  const flush = () => {
    const text = loose.trim();
    if (text !== '') blocks.push({ kind: 'paragraph', text: bullet + text, ...(side ? { side } : {}) });
    loose = '';
  };
  for (const node of nodes) {
    const picture = isTag(node) && node.name === 'img' ? pictureOf(node, pictures) : undefined;
    if (picture) {
      flush();
      blocks.push(picture);
    } else if (isTag(node) && !INLINE.has(node.name)) {
      flush();
      blocks.push(...blockOf(node, around));
    } else loose += wordsOf([node]);
  }
  flush();
  return blocks;
}

function pictureOf({ attribs }: Element, pictures: PaperPictures): PaperPicture | undefined {
  const picture = pictures.get(/^\/pictures\/([0-9a-f]{64})$/.exec(attribs.src ?? '')?.[1] ?? '');
  return picture && { kind: 'picture', alt: attribs.alt ?? '', ...picture };
}

const INLINE: ReadonlySet<string> = new Set('strong b em i u s sub sup a br img'.split(' '));

function blockOf(element: Element, around: Around): PaperBlock[] {
  switch (element.name) {
    case 'h2':
      return [{ kind: 'heading', level: 1, text: wordsOf(element.children).trim() }];
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', level: 2, text: wordsOf(element.children).trim() }];
    case 'ul':
    case 'ol':
      return listOf(element, around);
    case 'table':
      return tableBlocks(element, cellText, wordsOf, cellSide);
    case 'hr':
      return [];
    case 'figcaption':
      return blocksOf(element.children, { ...around, side: 'center' });
    case 'p':
      return blocksOf(element.children, { ...around, side: sideOf(element) });
    default:
      return blocksOf(element.children, around);
  }
}

/** A list is read as paragraphs, each with its mark, as Word shows them. */
function listOf(list: Element, { pictures }: Around): PaperBlock[] {
  const start = Number(list.attribs.start ?? 1);
  const mark = (count: number) => (list.name === 'ol' ? `${counted(count, list.attribs.type)}. ` : '· ');
  return list.children.filter(isTag).flatMap((entry, n) => {
    const [first, ...rest] = blocksOf(entry.children, { pictures });
    const bullet = mark(start + n);
    if (first?.kind === 'paragraph') return [{ ...first, text: bullet + first.text }, ...rest];
    return [{ kind: 'paragraph', text: bullet.trim() } as const, ...(first ? [first] : []), ...rest];
  });
}

/** a, b, … as a list of letters counts; i, ii, … as a Roman one. */
function counted(count: number, type: string | undefined): string {
  if (type === 'i') return (ROMAN[count] ?? String(count)).toLowerCase();
  if (type === 'I') return ROMAN[count] ?? String(count);
  if (!/^a$/i.test(type ?? '') || count < 1 || count > 26) return String(count);
  return String.fromCodePoint((type === 'a' ? 96 : 64) + count);
}

const ROMAN = ['', ...'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')];

function sideOf({ attribs }: Element): 'center' | 'right' | undefined {
  const side = attribs['data-align'];
  return side === 'center' || side === 'right' ? side : undefined;
}

/** The words of what stands in a line; a link tells where it leads, a picture what is on it. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes.map(wordsOfOne).join('');
}

function wordsOfOne(node: Node): string {
  if (!isTag(node)) return 'data' in node ? node.data.replace(/\s+/g, ' ') : '';
  if (node.name === 'br') return '\n';
  if (node.name === 'img') return `〔图：${node.attribs.alt ?? ''}〕`;
  const words = wordsOf(node.children);
  if (node.name === 'sup') return writtenHigh(words);
  // Set as the rest it would say what was taken back.
  if (node.name === 's' && words.trim() !== '') return `〔已划去：${words}〕`;
  const { href = '' } = node.attribs;
  return node.name === 'a' && /^https?:/.test(href) && href !== words.trim() ? `${words}（${href}）` : words;
}

const RAISED: Readonly<Record<string, string>> = { '1': '¹', '2': '²', '3': '³', '4': '⁴' };

/** m² by a sign of its own, as far as the fonts have them; 10^5 where it would be read as a figure of the line. */
function writtenHigh(words: string): string {
  if (/^[1-4]+$/.test(words)) return words.replace(/\d/g, (digit) => RAISED[digit]!);
  return /^[+\-−]?[\dn]+$/.test(words) ? `^${words}` : words;
}

function cellText(element: Element): string {
  return blocksOf(element.children, { pictures: new Map() })
    .map((block) => ('text' in block ? block.text : block.kind === 'table' ? block.caption : ''))
    .filter((line) => line !== '')
    .join('\n');
}

/** Where its first paragraph stands. */
function cellSide(element: Element): 'center' | 'right' | undefined {
  const first = element.children.find(isTag);
  return first?.name === 'p' ? sideOf(first) : undefined;
}
