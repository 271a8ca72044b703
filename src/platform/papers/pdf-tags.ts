/** 标记 PDF 的段落: where a file is tagged, its tags say which words are a paragraph, and where a paragraph runs over a page. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { PAGE_START } from '../../statute/paper.ts';
import { escapeText } from './escape-text.ts';
import { ARTIFACT, type TaggedLetter } from './pdf-drawing.ts';
import type { RuledTable } from './ruled-tables.ts';

export interface TaggedPage {
  readonly html: string;
  /** Its first block is a paragraph that begins at the margin. */
  readonly runsOn: boolean;
  readonly indents: boolean;
}

interface TaggedWords {
  text: string;
  /** Where they begin, and how large they are, in the units of the page. */
  readonly x: number;
  readonly size: number;
  last: TaggedLetter;
}

type Words = ReadonlyMap<string, TaggedWords>;

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
 * @param beside tags of words that stand in no table that is drawn
 * @returns undefined where words have no tag, or the tables tagged are not those drawn
 */
export async function taggedPage(
  page: PDFPageProxy,
  letters: readonly TaggedLetter[],
  tables: readonly RuledTable[],
  beside: ReadonlySet<string | undefined>,
): Promise<TaggedPage | undefined> {
  const tree = (await page.getStructTree()) as Tag | null;
  const words = wordsByTag(letters);
  if (!words) return undefined;
  if (!tree) return words.size === 0 ? { html: '', runsOn: false, indents: false } : undefined;
  const used = new Set<string>();
  let at = 0;
  let lost = false;
  const htmlOf = (tag: Tag): string => {
    if (tag.type === 'content') {
      const id = markOf(tag);
      used.add(id);
      return escapeText(words.get(id)?.text ?? '');
    }
    const inside = (tag.children ?? []).map(htmlOf).join('').replace(GAP, '');
    if (tag.role === 'Table' && isOneCell(tag) && contentsOf(tag).every((id) => beside.has(id)))
      return `<p>${inside}</p>`;
    if (tag.role === 'Table') lost ||= contentsOf(tag).some((id) => beside.has(id));
    if (tag.role === 'Table') return tables[at++]?.html ?? '';
    return tag.role && PARAGRAPHS.has(tag.role) ? `<p>${inside}</p>` : inside;
  };
  const html = htmlOf(tree);
  const untagged = [...words.keys()].some((id) => !used.has(id));
  return untagged || lost || at !== tables.length ? undefined : { html, ...beginnings(tree, words) };
}

/** The last of a page, when the next row begins the next page: a box about words, as the lines have it. */
function isOneCell(table: Tag): boolean {
  return cellsIn(table) === 1 && contentsOf(table).length > 0;
}

function cellsIn({ role = '', children = [] }: Tag): number {
  return role === 'TD' || role === 'TH' ? 1 : children.reduce((sum, child) => sum + cellsIn(child), 0);
}

/** `p12R_mc5`: the fifth marked content of its page. */
function markOf({ id = '' }: Tag): string {
  return /_mc(\d+)$/.exec(id)?.[1] ?? '';
}

/** Whether paragraphs of the page begin with blanks, and whether the first of the page does not. */
function beginnings(tree: Tag, words: Words): Pick<TaggedPage, 'runsOn' | 'indents'> {
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

function contentsOf(tag: Tag): string[] {
  return tag.type === 'content' ? [markOf(tag)] : (tag.children ?? []).flatMap(contentsOf);
}

function firstContentOf(tag: Tag): string | undefined {
  if (tag.type === 'content') return markOf(tag);
  for (const child of tag.children ?? []) {
    const id = firstContentOf(child);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The words of each marked content of a page, as they follow each other in the file; undefined where some are in none. */
function wordsByTag(letters: readonly TaggedLetter[]): Words | undefined {
  const words = new Map<string, TaggedWords>();
  for (const letter of letters) {
    const { tag, text, x, size } = letter;
    if (tag === ARTIFACT) continue;
    if (tag === undefined) return undefined;
    const before = words.get(tag);
    if (!before) words.set(tag, { text, x, size, last: letter });
    else {
      before.text += (isApart(before.last, letter) ? ' ' : '') + text;
      before.last = letter;
    }
  }
  return words;
}

function isApart(last: TaggedLetter, next: TaggedLetter): boolean {
  return Math.abs(last.y - next.y) < last.size / 2 && next.x - last.x - last.width > last.size * 0.1;
}

/**
 * 跨页的段落: a paragraph that runs over stands on both pages under a tag of its own. Where paragraphs begin with blanks, one that begins a page without
 * goes on from the page before, whatever mark that ended with.
 */
export function withRunOvers(pages: readonly TaggedPage[]): string[] {
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
