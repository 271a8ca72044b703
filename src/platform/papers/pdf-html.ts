/**
 * PDF with text → HTML or text. Where the file is tagged (those of Word and our own papers are), its tags say which words are a
 * paragraph; the lines drawn on the page say which share a cell; what has no lines is laid out on a grid of characters. Pictures are not read.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PICTURE_PLACE } from '../../statute/paper.ts';
import { laidOut } from './laid-out.ts';
import type { Letter } from './letters.ts';
import { openPdf } from './open-pdf.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import { drawingOf, TooMuchDrawn } from './pdf-drawing.ts';
import { type TaggedPage, taggedPage, withRunOvers } from './pdf-tags.ts';
import { type RuledTable, ruledTables } from './ruled-tables.ts';
import { lineTurnedBack, quarterOfMost, turnedBack } from './upright.ts';

const PAGES_READ = 200;
/** Square points of the pictures of a page that may hold a table: a seal or the arms of a county take less. */
const PICTURED = 20_000;

export type PdfRead = { readonly text: string } | { readonly unread: 'locked' | 'damaged' | 'no text' | 'too long' };

export async function pdfHtml(file: Uint8Array): Promise<PdfRead> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    if (document.numPages > PAGES_READ) return { unread: 'too long' };
    const pages = await pagesOf(document);
    const text = taggedHtml(pages) ?? drawnText(pages);
    return !/[\p{L}\p{N}]/u.test(text.replace(/<[^>]*>/g, '')) ? { unread: 'no text' } : { text };
  } catch (error) {
    if (error instanceof TooMuchDrawn) return { unread: 'too long' };
    return { unread: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

interface ReadPage {
  /** undefined where its tags do not tell. */
  readonly tagged: TaggedPage | undefined;
  readonly tables: readonly RuledTable[];
  readonly pictured: boolean;
  /** What stands in no table. */
  readonly outside: readonly Letter[];
}

async function pagesOf(document: PDFDocumentProxy): Promise<ReadPage[]> {
  const layers = await document.getOptionalContentConfig();
  const pages: ReadPage[] = [];
  let tags = true;
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const drawing = await drawingOf(page, layers);
    const quarters = quarterOfMost(drawing.letters);
    const letters = drawing.letters.map((letter) => turnedBack(letter, quarters));
    const rulings = drawing.rulings.map((line) => lineTurnedBack(line, quarters));
    const { tables, outside } = ruledTables(rulings, letters);
    const beside = new Set(outside.map(({ tag }) => tag));
    const tagged: TaggedPage | undefined = tags ? await taggedPage(page, letters, tables, beside) : undefined;
    tags = tagged !== undefined;
    pages.push({ tagged, tables, outside, pictured: drawing.pictured > PICTURED });
    page.cleanup();
  }
  return pages;
}

function taggedHtml(pages: readonly ReadPage[]): string | undefined {
  const tagged = pages.flatMap((page) => page.tagged ?? []);
  return tagged.length === pages.length
    ? `<html><body>${withRunOvers(tagged).join('')}${picturesOf(pages, '<p>', '</p>')}</body></html>`
    : undefined;
}

/** Lines of text with the ruled tables between them as HTML. */
function drawnText(pages: readonly ReadPage[]): string {
  const outside = withoutPageNumbers(pages.map((page) => page.outside));
  const lines = pages
    .flatMap(({ tables }, at) => {
      let rest = outside[at]!;
      const pieces: string[] = [];
      for (const { top, html } of tables) {
        pieces.push(laidOut(rest.filter(({ y }) => y <= top)), html);
        rest = rest.filter(({ y }) => y > top);
      }
      return [...pieces, laidOut(rest)];
    })
    .join('\n');
  return lines + picturesOf(pages, '\n', '');
}

/** A mark for every page whose pictures may show what is not in the text. */
function picturesOf(pages: readonly ReadPage[], open: string, close: string): string {
  return pages.map(({ pictured }) => (pictured ? open + PICTURE_PLACE + close : '')).join('');
}
