/**
 * 文件里的内容: every word that stands in a file, on its face or behind it, and what a check of hidden things looks at. Nothing is laid out and
 * nothing judged. Long files take long: whoever hands in a stranger's gives it limits.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES } from '../files/limits.ts';
import { openPdf } from './open-pdf.ts';
import { decodeText } from './plain-text.ts';
import { unzip } from './unzip.ts';

/** What a PDF may carry that its pages do not show. */
export interface PdfBack {
  /** 批注: notes and marks with words of their own. */
  readonly comments: boolean;
  /** 附带的文件. */
  readonly files: boolean;
  /** 不显示的图层. */
  readonly hiddenLayers: boolean;
}

export type FileContent =
  /** `parts`: texts of the document by the name of the part. */
  | { readonly form: 'office'; readonly words: string; readonly parts: ReadonlyMap<string, string> }
  | { readonly form: 'pdf'; readonly words: string; readonly back: PdfBack }
  | { readonly form: 'text'; readonly words: string }
  /** Read as latin1, for the marks of its kind. */
  | { readonly form: 'picture'; readonly words: ''; readonly bytes: string }
  /** An old format, a locked or a damaged file: nobody can say what is in it. */
  | { readonly form: 'closed'; readonly words: '' };

const CLOSED: FileContent = { form: 'closed', words: '' };

/** @param kind as the store sniffed it: `docx`, `pdf`, … */
export async function fileContent(kind: string, file: Buffer): Promise<FileContent> {
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ofd':
      return officeContent(file);
    case 'pdf':
      return pdfContent(file);
    case 'txt':
    case 'csv': {
      const words = decodeText(file);
      return words === undefined ? CLOSED : { form: 'text', words };
    }
    case 'jpg':
    case 'tif':
    case 'png':
      return { form: 'picture', words: '', bytes: file.toString('latin1') };
    default:
      return CLOSED;
  }
}

function officeContent(file: Buffer): FileContent {
  const entries = unzip(file, { bytes: ARCHIVE_BYTES, entries: ARCHIVE_ENTRIES });
  if (!entries) return CLOSED;
  const parts = new Map(
    [...entries].filter(([name]) => name.endsWith('.xml')).map(([name, bytes]) => [name, bytes.toString('utf8')]),
  );
  const words = [...parts].filter(([name]) => !ABOUT.test(name)).map(([, xml]) => wordsOf(xml));
  return { form: 'office', words: words.filter((text) => text !== '').join('\n'), parts };
}

/** Who made the file and how it looks, not what it says. */
const ABOUT = /^(?:docProps|_rels|\[Content_Types\])|\/(?:theme|_rels|styles|settings|fontTable|webSettings)/;

/** Where a line ends for a reader: a paragraph, a cell, a text of a page. */
const LINE_END = /<\/(?:\w+:)?(?:p|si|c|row|is|comment|text|TextCode|TextObject)>|<\w+:(?:br|tab|cr)\b[^>]*>/g;

function wordsOf(xml: string): string {
  return unescaped(xml.replace(LINE_END, '\n').replace(/<[^>]*>/g, ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[(name as string).toLowerCase()]!;
    const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

async function pdfContent(file: Buffer): Promise<FileContent> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    const words: string[] = [];
    let comments = false;
    let files = (await document.getAttachments()) !== null;
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const [text, notes] = [await textOf(page), await notesOf(page)];
      words.push(text, ...notes.words);
      comments ||= notes.words.length > 0;
      files ||= notes.files;
      page.cleanup();
    }
    const layers = [...(await document.getOptionalContentConfig())] as [string, { readonly visible: boolean }][];
    const hiddenLayers = layers.some(([, { visible }]) => !visible);
    return { form: 'pdf', words: words.join('\n').trim(), back: { comments, files, hiddenLayers } };
  } catch {
    return CLOSED;
  } finally {
    await task.destroy();
  }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join('');
}

/** Links and boxes of a form stand on the page; what somebody noted does not, or not whole. */
const OF_THE_PAGE = new Set(['Link', 'Widget', 'Popup', 'FreeText']);

async function notesOf(page: PDFPageProxy): Promise<{ readonly words: string[]; readonly files: boolean }> {
  const notes = (await page.getAnnotations({ intent: 'any' })) as {
    readonly subtype?: string;
    readonly contentsObj?: { readonly str?: string };
  }[];
  return {
    words: notes.flatMap(({ subtype = '', contentsObj }) =>
      OF_THE_PAGE.has(subtype) ? [] : [contentsObj?.str?.trim() ?? ''].filter((said) => said !== ''),
    ),
    files: notes.some(({ subtype }) => subtype === 'FileAttachment'),
  };
}
