/**
 * 网页 → 段落和表格: walks the page once, without recursion, and keeps only what matters here: blocks of text and tables with
 * their cells. Depth, spans and sizes are bounded, because the page is a stranger's.
 */
import { Parser } from 'htmlparser2';

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
const SILENT = new Set(['script', 'style', 'noscript', 'select', 'template', 'svg', 'textarea', 'iframe', 'object']);
/** Word writes a paragraph break of its own inside a cell as an empty paragraph: no text of the report. */
const MAX_SPAN = 200;
const MAX_DEPTH = 12;
/** Browsers stop at 512; the parser's own stack takes the square of the depth. */
const MAX_NESTING = 2_000;

interface Frame {
  readonly table: HtmlTable;
  cell: HtmlCell | null;
}

export function htmlTree(html: string): HtmlBlock[] {
  const top: HtmlBlock[] = [];
  const frames: Frame[] = [];
  let text = '';
  let silent = 0;
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
    if (frame) frame.cell = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nesting += 1;
        if (nesting > MAX_NESTING) parser.pause();
        if (SILENT.has(name)) silent++;
        if (name === 'table' && frames.length < MAX_DEPTH) {
          flush();
          const table: HtmlTable = { rows: [] };
          target().push(table);
          frames.push({ table, cell: null });
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
        if (silent === 0) text += words;
      },
      onclosetag(name) {
        nesting -= 1;
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        else if (name === 'table') {
          closeCell();
          frames.pop();
        } else if (name === 'td' || name === 'th') closeCell();
        else if (BLOCK.has(name) || name === 'tr') flush();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return top;
}

function span(value: string | undefined): number {
  const n = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(n) && n >= 1 ? Math.min(n, MAX_SPAN) : 1;
}
