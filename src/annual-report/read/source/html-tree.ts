/**
 * 网页 → 段落和表格: walks the page once, without recursion, and keeps only what matters here: blocks of text and tables with
 * their cells. Depth, spans and sizes are bounded, because the page is a stranger's.
 */
import { Parser } from 'htmlparser2';
import { NOTE_MARK } from '../tables/fold.ts';
import { isSeen, type Look, lookOf, PLAIN_LOOK, sameSize } from './look.ts';
import { pageStyles } from './page-styles.ts';

export interface HtmlCell {
  readonly parts: HtmlBlock[];
  readonly colspan: number;
  readonly rowspan: number;
}

export interface HtmlTable {
  readonly rows: HtmlCell[][];
}

/** A paragraph, or a table inside it. */
export type HtmlBlock = string | HtmlTable;

const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section tbody tfoot thead title ucaptitle ul'
  ).split(' '),
);
const STRUCK = new Set(['del', 's', 'strike']);
const CELLS = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot']);
const SILENT = new Set(
  'script style noscript select template svg textarea iframe object del s strike rt rp'.split(' '),
);
/** Stands for something that is shown and is no text: a picture, a list to choose from. */
export const UNREADABLE = '\ufffd';
/** What turns figures about on the page, or may not be seen in it: nothing of the cell is sure. */
const UNSURE = '\u202e';
const MAX_SPAN = 64;
const MAX_DEPTH = 12;
/** Browsers stop at 512; the parser's own stack takes the square of the depth. */
const MAX_NESTING = 2_000;
/** A page within a page (`srcdoc`) within a page. */
const MAX_PAGES_WITHIN = 2;

interface Frame {
  readonly table: HtmlTable;
  cell: HtmlCell | null;
  /** Whether the cell shows something that is no text, or holds figures that are not shown: it is not blank. */
  pictured: boolean;
}

/** @param seenOnly whether what is hidden outside of tables is left out too. @param within how many pages it stands in */
export function htmlTree(html: string, seenOnly = false, within = 0): HtmlBlock[] {
  const top: HtmlBlock[] = [];
  const frames: Frame[] = [];
  const styles = pageStyles(html);
  /** Of the elements that are open. A page may hide the whole report until it is opened. */
  const looks: Look[] = [PLAIN_LOOK];
  let text = '';
  /** How the last words of it looked. */
  let last = PLAIN_LOOK;
  /** How deep the element lies that is not read, with all in it; 0 where all is. */
  let silent = 0;
  /** Whether what is not read are words that the page struck out or hid in a cell. */
  let withheld = false;
  let nesting = 0;
  const target = (): HtmlBlock[] => frames.at(-1)?.cell?.parts ?? top;
  const flush = () => {
    const words = text.replace(/[^\S\u00a0]+/g, ' ').trim();
    text = '';
    if (words === '') return;
    target().push(words);
  };
  const closeCell = () => {
    flush();
    const frame = frames.at(-1);
    if (!frame) return;
    if (frame.pictured && frame.cell?.parts.length === 0) frame.cell.parts.push(UNREADABLE);
    frame.cell = null;
    frame.pictured = false;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nesting += 1;
        if (nesting > MAX_NESTING) parser.pause();
        if (silent > 0) return;
        const look = lookOf(name, attributes, styles.of(name, attributes), looks.at(-1)!);
        looks[nesting] =
          frames.length > 0 || seenOnly ? look : { ...look, gone: false, visible: true, doubtful: false };
        looks.length = nesting + 1;
        const inCell = frames.at(-1)?.cell;
        if (inCell && PICTURES.has(name)) frames.at(-1)!.pictured = true;
        if (name === 'iframe' && attributes.srcdoc && !look.gone && within < MAX_PAGES_WITHIN) {
          flush();
          target().push(...htmlTree(attributes.srcdoc, seenOnly, within + 1));
        }
        if (SILENT.has(name) || ((frames.length > 0 || seenOnly) && look.gone)) {
          silent = nesting;
          withheld = !!inCell && !CELLS.has(name) && (STRUCK.has(name) || !SILENT.has(name));
          return;
        }
        if (inCell && name === 'input' && !/^(?:hidden|checkbox|radio|button|submit)$/i.test(attributes.type ?? ''))
          text += attributes.value ?? '';
        if (name === 'bdo' && /^rtl$/i.test(attributes.dir ?? '')) text += UNSURE;
        if (name === 'table' && frames.length < MAX_DEPTH) {
          flush();
          const table: HtmlTable = { rows: [] };
          target().push(table);
          frames.push({ table, cell: null, pictured: false });
          return;
        }
        const frame = frames.at(-1);
        if (name === 'tr' && frame) {
          closeCell();
          frame.table.rows.push([]);
        } else if ((name === 'td' || name === 'th') && frame) {
          closeCell();
          if (frame.table.rows.length === 0) frame.table.rows.push([]);
          const cell: HtmlCell = { parts: [], colspan: span(attributes.colspan), rowspan: span(attributes.rowspan) };
          frame.table.rows.at(-1)?.push(cell);
          frame.cell = cell;
        } else if (BLOCK.has(name) || name === 'tr' || name === 'td') {
          flush();
        }
      },
      ontext(words) {
        const frame = frames.at(-1);
        if (silent > 0) {
          if (withheld && frame && /\d/.test(words)) frame.pictured = true;
          return;
        }
        const look = looks.at(-1)!;
        const seen = frame ? isSeen(look, styles.whole) : 'yes';
        if (seen === 'no') {
          if (frame && /\d/.test(words)) frame.pictured = true;
          return;
        }
        if (frames.length > 0 && look !== last) text += between(last, look, text, words);
        text += words;
        const isNote = frame?.cell && look.raised === 'note' && text.trim() === words.trim();
        if ((seen === 'perhaps' || isNote) && ONLY_DIGITS.test(words)) text += UNSURE;
        if (words.trim() !== '') last = look;
      },
      onclosetag(name) {
        nesting -= 1;
        if (silent > 0) {
          if (nesting < silent) silent = 0;
          looks.length = Math.min(looks.length, nesting + 1);
          return;
        }
        looks.length = nesting + 1;
        if (name === 'table') {
          closeCell();
          frames.pop();
        } else if (name === 'td' || name === 'th') closeCell();
        else if (BLOCK.has(name) || name === 'tr') flush();
      },
    },
    // In an XML page a section of CDATA is text, in any other a comment.
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: /^\s*<\?xml\b/.test(html) },
  );
  parser.write(html);
  parser.end();
  flush();
  return top;
}

const PICTURES = new Set(['img', 'svg', 'select', 'textarea', 'canvas', 'object', 'iframe']);

const ONLY_DIGITS = /^[\s\d.,，]+$/;

/** A digit, or the number of a note in its brackets. */
const NOTE_OR_DIGIT = /^(?:\d|[[（(【〔]\d{1,2}[\]）)】〕]\s*$)/;

/** What parts the digits of a figure from those of a note, or says that they may be apart. */
function between(before: Look, after: Look, text: string, words: string): string {
  if (!/\d$/.test(text) || !NOTE_OR_DIGIT.test(words)) return '';
  if (after.raised && !before.raised) return NOTE_MARK;
  return before.raised !== after.raised || !sameSize(before, after) ? UNSURE : '';
}

/** A span no table comes near is none, as browsers have it. */
function span(value: string | undefined): number {
  const n = Number.parseInt(value ?? '1', 10);
  return n >= 1 && n <= MAX_SPAN ? n : 1;
}
