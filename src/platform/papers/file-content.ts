/**
 * 文件里的内容: every word that stands in a file, on its face or behind it, and what a check of hidden things looks at. Nothing is laid out and
 * nothing judged. Long files take long: whoever hands in a stranger's gives it limits.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES } from '../files/limits.ts';
import { openPdf } from './open-pdf.ts';
import { wordsBefore } from './pdf-before.ts';
import { type UnseenLetters, unseenLetters } from './pdf-unseen.ts';
import { decodeText } from './plain-text.ts';
import { unescaped } from './unescaped.ts';
import { unzip } from './unzip.ts';
import type { Unseen } from './word/run-look.ts';
import { unseenWords } from './word/unseen-words.ts';
import { usualParts } from './word/usual-parts.ts';
import { type WordsBehind, wordsBehind, wordsInPicture } from './words-behind.ts';

/** What a PDF may carry that its pages do not show. */
export interface PdfBack {
  /** 批注: notes and marks with words of their own. */
  readonly comments: boolean;
  /** 附带的文件. */
  readonly files: boolean;
  /** 不显示的图层. */
  readonly hiddenLayers: boolean;
  /** 页面上看不见的字, where it was asked for. */
  readonly unseen: UnseenLetters;
}

export type FileContent =
  /** `parts`: texts of the document by the name of the part. */
  | {
      readonly form: 'office';
      readonly words: string;
      readonly parts: ReadonlyMap<string, string>;
      readonly behind: readonly WordsBehind[];
      /** Of a Word document: why some of its words are not seen. */
      readonly unseen: ReadonlySet<Unseen>;
      /** Its JPEG, TIFF and PNG pictures, read as latin1. */
      readonly pictures: readonly string[];
    }
  | { readonly form: 'pdf'; readonly words: string; readonly back: PdfBack; readonly behind: readonly WordsBehind[] }
  | { readonly form: 'text'; readonly words: string }
  /** Read as latin1, for the marks of its kind. */
  | { readonly form: 'picture'; readonly words: ''; readonly bytes: string; readonly behind: readonly WordsBehind[] }
  /** An old format, a locked or a damaged file: nobody can say what is in it. */
  | { readonly form: 'closed'; readonly words: '' };

const CLOSED: FileContent = { form: 'closed', words: '' };

/** @param kind as the store sniffed it: `docx`, `pdf`, …; @param unseen whether the letters of a PDF that nobody sees are looked for, which takes long */
export async function fileContent(kind: string, file: Buffer, { unseen = false } = {}): Promise<FileContent> {
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ofd':
      return officeContent(kind, file);
    case 'pdf':
      return pdfContent(file, unseen);
    case 'txt':
    case 'csv': {
      const words = decodeText(file);
      return words === undefined ? CLOSED : { form: 'text', words };
    }
    case 'jpg':
    case 'tif':
    case 'png':
      return { form: 'picture', words: '', bytes: file.toString('latin1'), behind: wordsInPicture(kind, file) };
    default:
      return CLOSED;
  }
}

function officeContent(kind: string, file: Buffer): FileContent {
  const packed = unzip(file, { bytes: ARCHIVE_BYTES, entries: ARCHIVE_ENTRIES });
  if (!packed) return CLOSED;
  const entries = kind === 'docx' ? usualParts(packed) : packed;
  const parts = new Map(
    [...entries].filter(([name]) => TEXT.test(name)).map(([name, bytes]) => [name, bytes.toString('utf8')]),
  );
  const words = [...parts]
    .filter(([name]) => isAloud(name))
    .map(([name, xml]) => wordsOf(name.startsWith('xl/worksheets/') ? numbersAsShown(xml) : xml));
  const pictures = [...entries].filter(([name]) => /\.(?:jpe?g|tiff?|png)$/i.test(name));
  return {
    form: 'office',
    words: words.filter((text) => text !== '').join('\n'),
    parts,
    behind: wordsBehind(parts, isAloud, wordsOf),
    unseen: unseenWords(parts),
    pictures: pictures.map(([, bytes]) => bytes.toString('latin1')),
  };
}

/** A page or a text put into a document as it was stands there as a part of its own. */
const TEXT = /\.(?:xml|rels|vml|x?html?|mht|txt|rtf)$/i;

function isAloud(name: string): boolean {
  return name.endsWith('.xml') && !ABOUT.test(name);
}

/** Who made the file and how it looks, not what it says. */
const ABOUT = /^(?:docProps|_rels|\[Content_Types\])|\/(?:theme|_rels|styles|settings|fontTable|webSettings)/;

/** Where a line ends for a reader: a paragraph, a cell, a text of a page. */
const LINE_END = /<\/(?:\w+:)?(?:p|si|c|row|is|comment|text|TextCode|TextObject)>|<\w+:(?:br|tab|cr)\b[^>]*>/g;

/** A cell that holds a number and no text. */
const NUMBER_CELL =
  /(<(?:\w+:)?c\b(?![^>]*\st="(?!n"))[^>]*>(?:<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))?<(?:\w+:)?v>)(\d[\d.]*(?:E\+?\d+)?)(?=<)/gi;
const LONG_NUMBER = 1e14;
const FIGURES_KEPT = 15;

/** [FIL-26] 按数字存的号码: a sheet keeps fifteen figures of a number, and may write it with its power of ten. */
function numbersAsShown(xml: string): string {
  return xml.replace(NUMBER_CELL, (cell, before: string, value: string) =>
    Number(value) >= LONG_NUMBER && Number(value) < 1e18
      ? before + BigInt(Number(Number(value).toPrecision(FIGURES_KEPT)))
      : cell,
  );
}

function wordsOf(xml: string): string {
  return unescaped(xml.replace(LINE_END, '\n').replace(/<[^>]*>/g, ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

async function pdfContent(file: Buffer, unseen: boolean): Promise<FileContent> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    const words: string[] = [];
    const filled: string[] = [];
    let comments = false;
    let files = (await document.getAttachments()) !== null;
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const [text, notes] = [await textOf(page), await notesOf(page)];
      words.push(text, ...notes.words);
      filled.push(...notes.filled);
      comments ||= notes.words.length > 0;
      files ||= notes.files;
      page.cleanup();
    }
    const layers = [...(await document.getOptionalContentConfig())] as [string, { readonly visible: boolean }][];
    const hiddenLayers = layers.some(([, { visible }]) => !visible);
    const [about, marks] = [await propertiesOf(document), titlesOf(await document.getOutline())];
    const before = await wordsBefore(file, words.join('\n'), textsOf);
    const looked = unseen ? await unseenLetters(document) : NOTHING_UNSEEN;
    return {
      form: 'pdf',
      words: words.join('\n').trim(),
      back: { comments, files, hiddenLayers, unseen: looked },
      behind: [
        { place: '文档属性', words: about },
        { place: '书签', words: marks },
        { place: '改动以前的文字', words: before },
        { place: '表单里填的内容', words: filled.join('\n') },
        { place: '看不见的文字', words: looked.words },
      ].filter((one) => one.words !== ''),
    };
  } catch {
    return CLOSED;
  } finally {
    await task.destroy();
  }
}

const NOTHING_UNSEEN: UnseenLetters = { words: '', lookedAt: Number.POSITIVE_INFINITY };

interface Mark {
  readonly title: string;
  readonly items: readonly Mark[];
}

function titlesOf(marks: readonly Mark[] | null): string {
  return (marks ?? [])
    .flatMap(({ title, items }) => [title, titlesOf(items)])
    .filter(Boolean)
    .join('\n');
}

async function textsOf(document: PDFDocumentProxy): Promise<string> {
  const words: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) words.push(await textOf(await document.getPage(n)));
  return words.join('\n');
}

/** Title, author, subject and whatever else its properties say, in either form. */
async function propertiesOf(document: PDFDocumentProxy): Promise<string> {
  const { info, metadata } = await document.getMetadata();
  const own: unknown[] = Object.values({ ...info, ...((info as { Custom?: object }).Custom ?? {}) });
  const said = own.filter((value): value is string => typeof value === 'string');
  const xmp = (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? '';
  return [...said, unescaped(xmp.replace(/<[^>]*>/g, '\n'))]
    .join('\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join('');
}

/** Links and boxes of a form stand on the page; what somebody noted does not, or not whole. */
const OF_THE_PAGE = new Set(['Link', 'Widget', 'Popup', 'FreeText']);

interface Notes {
  readonly words: string[];
  /** What boxes of a form hold, and what links and boxes are called. */
  readonly filled: string[];
  readonly files: boolean;
}

async function notesOf(page: PDFPageProxy): Promise<Notes> {
  const notes = (await page.getAnnotations({ intent: 'any' })) as {
    readonly subtype?: string;
    readonly contentsObj?: { readonly str?: string };
    readonly [field: string]: unknown;
  }[];
  const texts = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(texts);
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
    return typeof value === 'string' ? [value] : [];
  };
  return {
    filled: notes.flatMap((note) => [...texts(note.fieldValue), ...texts(note.options), ...texts(note.url)]),
    words: notes.flatMap(({ subtype = '', contentsObj }) =>
      OF_THE_PAGE.has(subtype) ? [] : [contentsObj?.str?.trim() ?? ''].filter((said) => said !== ''),
    ),
    files: notes.some(({ subtype }) => subtype === 'FileAttachment'),
  };
}
