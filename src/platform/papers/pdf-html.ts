/**
 * PDF with text → HTML or text. Where the file is tagged (those of Word and our own papers are), its tags say which words are a
 * paragraph; the lines drawn on the page say which share a cell; what has no lines is laid out on a grid of characters. Pictures are not read.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { PAGE_START } from '../../statute/paper.ts';
import { escapeText } from './escape-text.ts';
import { openPdf } from './open-pdf.ts';
import { withLetters } from './pdf-letters.ts';
import { rulingsOf } from './pdf-rulings.ts';
import { linesOf, type Placed, ruledTables } from './ruled-tables.ts';

const PAGES_READ = 200;

export type PdfRead = { readonly text: string } | { readonly unread: 'locked' | 'damaged' | 'no text' | 'too long' };

export async function pdfHtml(file: Uint8Array): Promise<PdfRead> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    if (document.numPages > PAGES_READ) return { unread: 'too long' };
    const tagged = await pagesOf(document, taggedHtml);
    const text = tagged
      ? `<html><body>${withRunOvers(tagged).join('')}</body></html>`
      : (await pagesOf(document, drawn))?.join('\n');
    return text === undefined || !/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, '')) ? { unread: 'no text' } : { text };
  } catch (error) {
    return { unread: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/**
 * 跨页的段落: a paragraph that runs over stands on both pages under a tag of its own. Where paragraphs begin with blanks, one that begins a page without
 * goes on from the page before, whatever mark that ended with.
 */
function withRunOvers(pages: readonly TaggedPage[]): string[] {
  const whole: string[] = [];
  let indents = false;
  for (const page of pages) {
    indents ||= page.indents;
    const before = whole.at(-1);
    const first = /^<p>(.*?)<\/p>/s.exec(page.html);
    if (indents && page.runsOn && first && !BEGINS_ANEW.test(first[1]!) && before?.endsWith(END)) {
      whole[whole.length - 1] = before.slice(0, -END.length) + first[1] + END;
      whole.push(PAGE_BEGINS + page.html.slice(first[0].length));
    } else whole.push(PAGE_BEGINS + page.html);
  }
  return whole;
}

/** What stands at the margin and begins something all the same: a heading, a numbered line, an attachment. */
const BEGINS_ANEW =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|第.{1,3}[章节部]|附|注)/;
const END = '</p>';
const PAGE_BEGINS = `<p>${PAGE_START}</p>`;

/** Every page read the same way; undefined where one cannot be. */
async function pagesOf<Page>(
  document: PDFDocumentProxy,
  read: (page: PDFPageProxy) => Promise<Page | undefined>,
): Promise<Page[] | undefined> {
  const pages: Page[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const text = await read(page);
    page.cleanup();
    if (text === undefined) return undefined;
    pages.push(text);
  }
  return pages;
}

interface TaggedPage {
  readonly html: string;
  /** Its first block is a paragraph that begins at the margin. */
  readonly runsOn: boolean;
  readonly indents: boolean;
}

interface TaggedWords {
  readonly text: string;
  /** Where they begin, and how large they are, in the units of the page. */
  readonly x: number;
  readonly size: number;
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
  readonly type?: string;
  readonly id?: string;
}

const PARAGRAPHS = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'Caption', 'Title', 'BlockQuote']);

/** A gap beside a Chinese character is set by the layout, to the width of a line; it is no character of the text. */
const CHINESE = '[\\p{Script=Han}。，、；：？！“”‘’（）《》〔〕—…]';
const GAP = new RegExp(`(?<=${CHINESE}) +(?=\\S)|(?<=\\S) +(?=${CHINESE})`, 'gu');

/**
 * Paragraphs by their tags, tables by their lines: a blank cell has lines and no tag.
 * @returns undefined where words have no tag, or the tables tagged are not those drawn
 */
async function taggedHtml(page: PDFPageProxy): Promise<TaggedPage | undefined> {
  const words = await wordsByTag(page);
  const tree = (await page.getStructTree()) as Tag | null;
  if (!tree) return words.size === 0 ? { html: '', runsOn: false, indents: false } : undefined;
  const { words: placed, sheet } = await placedWords(page);
  const ruled = ruledTables(await rulingsOf(page, sheet), placed)?.tables ?? [];
  const used = new Set<string>();
  let tables = 0;
  const htmlOf = (tag: Tag): string => {
    if (tag.type === 'content' && tag.id) {
      used.add(tag.id);
      return escapeText(words.get(tag.id)?.text ?? '');
    }
    const inside = (tag.children ?? []).map(htmlOf).join('').replace(GAP, '');
    if (tag.role === 'Table') return ruled[tables++]?.html ?? '';
    return tag.role && PARAGRAPHS.has(tag.role) ? `<p>${inside}</p>` : inside;
  };
  const html = htmlOf(tree);
  const untagged = [...words].some(([id, { text }]) => text.trim() !== '' && !used.has(id));
  return untagged || tables !== ruled.length ? undefined : { html, ...beginnings(tree, words) };
}

/** Whether paragraphs of the page begin with blanks, and whether the first of the page does not. */
function beginnings(tree: Tag, words: ReadonlyMap<string, TaggedWords>): Pick<TaggedPage, 'runsOn' | 'indents'> {
  const firsts = blocksIn(tree).map((block) => ({ role: block.role, at: words.get(firstContentOf(block) ?? '') }));
  const left = Math.min(...[...words.values()].map(({ x }) => x));
  const isIndented = ({ x, size }: TaggedWords) => x > left + size * 1.5;
  const [first] = firsts;
  return {
    runsOn: first?.role === 'P' && first.at !== undefined && first.at.x < left + first.at.size / 2,
    indents: firsts.some(({ role, at }) => role === 'P' && at !== undefined && isIndented(at)),
  };
}

/** Paragraphs, headings and tables in their order. */
function blocksIn(tag: Tag): Tag[] {
  if (tag.role && (PARAGRAPHS.has(tag.role) || tag.role === 'Table')) return [tag];
  return (tag.children ?? []).flatMap(blocksIn);
}

function firstContentOf(tag: Tag): string | undefined {
  if (tag.type === 'content') return tag.id;
  for (const child of tag.children ?? []) {
    const id = firstContentOf(child);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The words of each marked content of a page. */
async function wordsByTag(page: PDFPageProxy): Promise<Map<string, TaggedWords>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, TaggedWords>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== undefined) ?? '';
      if (id === 'artifact') continue;
      const [, , c, d, x] = item.transform as number[];
      const before = words.get(id);
      // Blanks alone tell nothing of where the words begin.
      if (before && before.text.trim() !== '') words.set(id, { ...before, text: before.text + withLetters(item.str) });
      else words.set(id, { text: (before?.text ?? '') + withLetters(item.str), x: x!, size: Math.hypot(c!, d!) || 10 });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? ((item as { tag?: string }).tag === 'Artifact' ? 'artifact' : undefined));
  }
  return words;
}

/** Words of a page and the matrix that turns it the way it is looked at. */
async function placedWords(page: PDFPageProxy) {
  const sheet = page.getViewport({ scale: 1 }).transform as [number, number, number, number, number, number];
  const { items } = await page.getTextContent();
  const words = items.flatMap((item): Placed[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c, d, x, y] = item.transform as number[];
    return [
      {
        x: sheet[0] * x! + sheet[2] * y! + sheet[4],
        y: sheet[1] * x! + sheet[3] * y! + sheet[5],
        width: item.width,
        size: Math.hypot(c!, d!) || 10,
        text: withLetters(item.str),
      },
    ];
  });
  return { words, sheet };
}

/** Lines of text with the ruled tables between them as HTML. */
async function drawn(page: PDFPageProxy): Promise<string> {
  const { words, sheet } = await placedWords(page);
  const ruled = ruledTables(await rulingsOf(page, sheet), words);
  if (!ruled || ruled.tables.length === 0) return laidOut(words);
  let rest = ruled.outside;
  const pieces: string[] = [];
  for (const { top, html } of ruled.tables) {
    pieces.push(laidOut(rest.filter(({ y }) => y <= top)), html);
    rest = rest.filter(({ y }) => y > top);
  }
  return [...pieces, laidOut(rest)].join('\n');
}

/** Lines of the page from top to bottom; two characters of the grid are as wide as a Chinese one. */
function laidOut(placed: readonly Placed[]): string {
  const sizes = placed.map(({ size }) => size).sort((a, b) => a - b);
  const unit = Math.max(2, (sizes[Math.floor(sizes.length / 4)] ?? 10) / 2);
  const left = Math.min(...placed.map(({ x }) => x));
  return linesOf(placed)
    .map((words) => lineOf(words, left, unit).replace(/</g, '＜'))
    .join('\n');
}

function lineOf(words: readonly Placed[], left: number, unit: number): string {
  let line = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { x, width, size, text } of words) {
    const apart = x - end > size * 0.3;
    if (apart) line = line.padEnd(Math.max(Math.round((x - left) / unit), line === '' ? 0 : line.length + 2));
    line += text;
    end = x + width;
  }
  return line;
}
