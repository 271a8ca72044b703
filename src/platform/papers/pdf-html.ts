/**
 * PDF with text → HTML or text. Where the file is tagged (Word, WPS and our own papers are), its tags say which words share a cell; else
 * the words of a page are laid out on a grid of characters as they stand on the sheet. Pictures are not read.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { escapeText } from './escape-text.ts';

const PAGES_READ = 200;

export type PdfRead = { readonly text: string } | { readonly unread: 'locked' | 'damaged' | 'no text' | 'too long' };

export async function pdfHtml(file: Uint8Array): Promise<PdfRead> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy: the library takes the memory it is given away.
    data: new Uint8Array(file),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > PAGES_READ) return { unread: 'too long' };
    const tagged = await pagesOf(document, taggedHtml);
    const text = tagged ? `<html><body>${tagged.join('')}</body></html>` : (await pagesOf(document, laidOut))?.join('\n');
    return text === undefined || !/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, ''))
      ? { unread: 'no text' }
      : { text };
  } catch (error) {
    return { unread: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** Every page read the same way; undefined where one cannot be. */
async function pagesOf(
  document: PDFDocumentProxy,
  read: (page: PDFPageProxy) => Promise<string | undefined>,
): Promise<string[] | undefined> {
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const text = await read(page);
    page.cleanup();
    if (text === undefined) return undefined;
    pages.push(text);
  }
  return pages;
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
  readonly type?: string;
  readonly id?: string;
}

const PARAGRAPHS = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'Caption', 'Title', 'BlockQuote']);

/** @returns undefined where the page has words and no tags for them, or a row of a table lacks a cell: a blank cell may have no tag */
async function taggedHtml(page: PDFPageProxy): Promise<string | undefined> {
  const words = await wordsByTag(page);
  const tree = (await page.getStructTree()) as Tag | null;
  if (!tree) return words.size === 0 ? '' : undefined;
  const used = new Set<string>();
  let torn = false;
  const htmlOf = (tag: Tag): string => {
    if (tag.type === 'content' && tag.id) {
      used.add(tag.id);
      return escapeText(words.get(tag.id) ?? '');
    }
    const inside = (tag.children ?? []).map(htmlOf).join('');
    if (tag.role === 'Table') {
      if (isTorn(tag)) torn = true;
      return `<table>${inside}</table>`;
    }
    if (tag.role === 'TR') return `<tr>${inside}</tr>`;
    if (tag.role === 'TD' || tag.role === 'TH') return `<td>${inside}</td>`;
    return tag.role && PARAGRAPHS.has(tag.role) ? `<p>${inside}</p>` : inside;
  };
  const html = htmlOf(tree);
  const untagged = [...words].some(([id, text]) => text.trim() !== '' && !used.has(id));
  return torn || untagged ? undefined : html;
}

/** Whether rows that end in figures end in different numbers of them: a cell without words has no tag to be counted by. */
function isTorn(table: Tag): boolean {
  const empty = (tag: Tag): boolean => tag.type !== 'content' && (tag.children ?? []).every(empty);
  const cells = (tag: Tag): Tag[] =>
    tag.role === 'TD' || tag.role === 'TH' ? [tag] : (tag.children ?? []).flatMap(cells);
  return cells(table).some(empty);
}

/** The words of each marked content of a page. */
async function wordsByTag(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== undefined) ?? '';
      if (id !== 'artifact') words.set(id, (words.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? ((item as { tag?: string }).tag === 'Artifact' ? 'artifact' : undefined));
  }
  return words;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
}

/** Lines of the page from top to bottom; two characters of the grid are as wide as a Chinese one. */
async function laidOut(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item): Placed[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c, d, x, y] = item.transform as number[];
    return [{ x: x!, y: y!, width: item.width, size: Math.hypot(c!, d!) || 10, text: item.str }];
  });
  const sizes = placed.map(({ size }) => size).sort((a, b) => a - b);
  const unit = Math.max(2, (sizes[Math.floor(sizes.length / 4)] ?? 10) / 2);
  const left = Math.min(...placed.map(({ x }) => x));
  return linesOf(placed)
    .map((words) => lineOf(words, left, unit))
    .join('\n');
}

function linesOf(placed: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const words of [...placed].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - words.y) < Math.min(line[0]!.size, words.size) * 0.4) line.push(words);
    else lines.push([words]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
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
