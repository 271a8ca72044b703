/**
 * Word → HTML: paragraphs and tables with their merged cells, and nothing else of the file; no link is followed, no picture or macro
 * touched. Text struck out in a revision is left out. Bounded by `unzip.ts`.
 */
import { Parser } from 'htmlparser2';
import { escapeText } from './escape-text.ts';
import { unzip } from './unzip.ts';
import { coloured, type RunLook, runStyles, shadeOf } from './word/run-look.ts';
import { runReader } from './word/run-reader.ts';
import { usualParts } from './word/usual-parts.ts';

const LIMITS = { bytes: 60 * 1024 * 1024, entries: 2_000 };
const MAX_SPAN = 64;

/** What stands in a Fallback stands a second time beside it; what was struck out or moved away in a revision is gone, as is what a cell was before one. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:tcPrChange']);

/** Shown, and no text: a cell that holds nothing else is not blank. */
const PICTURES = new Set(['w:drawing', 'w:pict', 'w:object']);
/** In the place of a picture, or of a figure that nobody sees. */
const NO_TEXT = '<img>';

interface Cell {
  span: number;
  down: number;
  /** Whether it continues the merged cell above. */
  continues: boolean;
  html: string;
  /** Six hexadecimal digits, where it is shaded. */
  ground: string | null;
}

interface Table {
  readonly rows: Cell[][];
  /** The cell that stands in a column of the row above, by the column it begins in. */
  readonly above: Map<number, Cell>;
  column: number;
}

/** @returns undefined where the file is no DOCX, is damaged, or unpacks to more than a document holds */
export function docxHtml(file: Buffer): string | undefined {
  const packed = unzip(file, LIMITS);
  const parts = packed && usualParts(packed);
  const xml = parts?.get('word/document.xml')?.toString('utf8');
  if (xml === undefined) return undefined;
  const reader = runReader(runStyles(parts?.get('word/styles.xml')?.toString('utf8') ?? ''));
  const body = { html: '' };
  const tables: Table[] = [];
  const cells: Cell[] = [];
  let [reading, left] = [false, 0];
  let inCellProperties = false;
  const into = () => cells.at(-1) ?? body;
  const seenOr = (html: string, cell: Cell | undefined) => {
    const look = reader.look();
    if (!look.strike && !look.dstrike && !reader.unseen()) return dressed(html, look);
    return cell ? NO_TEXT : '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        reader.open(name, attributes);
        if (LEFT_OUT.has(name)) left += 1;
        if (left > 0) return;
        const table = tables.at(-1);
        const cell = cells.at(-1);
        if (name === 'w:t') reading = true;
        else if (name === 'w:p') into().html += '<p>';
        else if (name === 'w:sym') into().html += seenOr(symbolText(attributes), cell);
        else if (PICTURES.has(name) && cell) cell.html += NO_TEXT;
        else if (name === 'w:txbxContent' && cell?.html.endsWith(NO_TEXT))
          cell.html = cell.html.slice(0, -NO_TEXT.length);
        else if (name === 'w:tcPr') inCellProperties = true;
        else if (name === 'w:shd' && inCellProperties && cell) cell.ground = coloured(shadeOf(attributes)) ?? null;
        else if (name === 'w:tab') into().html += '&emsp;';
        else if (name === 'w:br' || name === 'w:cr') into().html += '<br>';
        else if (name === 'w:tbl') tables.push({ rows: [], above: new Map(), column: 0 });
        else if (name === 'w:tr' && table) {
          table.rows.push([]);
          table.column = 0;
        } else if (name === 'w:gridBefore' && table) table.column += spanOf(attributes['w:val']);
        else if (name === 'w:tc') cells.push({ span: 1, down: 1, continues: false, html: '', ground: null });
        else if (name === 'w:gridSpan' && cell) cell.span = spanOf(attributes['w:val']);
        else if (name === 'w:vMerge' && cell) cell.continues = attributes['w:val'] !== 'restart';
      },
      ontext(words) {
        if (!reading || left > 0) return;
        into().html += seenOr(escapeText(words), /\d/.test(words) ? cells.at(-1) : undefined);
      },
      onclosetag(name) {
        reader.close();
        if (LEFT_OUT.has(name)) left -= 1;
        if (left > 0) return;
        if (name === 'w:t') reading = false;
        if (name === 'w:tcPr') inCellProperties = false;
        if (name === 'w:p') into().html += '</p>';
        if (name === 'w:tc') placeCell(tables.at(-1), cells.pop());
        if (name === 'w:tbl') {
          const table = tables.pop();
          if (table) into().html += tableHtml(table);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  // A style of tables may shade what stands in them.
  const styled = xml.includes('<w:tblStyle ') ? '<link rel="stylesheet">' : '';
  return `<html><head>${styled}</head><body>${body.html}</body></html>`;
}

function placeCell(table: Table | undefined, cell: Cell | undefined): void {
  if (!table || !cell) return;
  const above = table.above.get(table.column);
  if (cell.continues && above && above.span === cell.span) above.down += 1;
  else {
    table.rows.at(-1)?.push(cell);
    table.above.set(table.column, cell);
  }
  table.column += cell.span;
}

function tableHtml({ rows }: Table): string {
  const cell = ({ span, down, html, ground }: Cell) =>
    `<td colspan="${span}" rowspan="${down}"${ground ? ` style="background:#${ground}"` : ''}>${html}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

/** As HTML that looks so. */
function dressed(html: string, { height, position = 0, size, colour, highlight, shade }: RunLook): string {
  const [ink, ground] = [coloured(colour), coloured(highlight) ?? coloured(shade)];
  const style = [
    size === undefined ? '' : `font-size:${size / 2}pt`,
    ink === undefined ? '' : `color:#${ink}`,
    ground === undefined ? '' : `background:#${ground}`,
  ].filter(Boolean);
  const words = style.length === 0 ? html : `<span style="${style.join(';')}">${html}</span>`;
  // As the number of a note stands, above or below the line.
  const isRaised = height === 'superscript' || height === 'subscript' || position !== 0;
  return isRaised ? `<sup>${words}</sup>` : words;
}

/** Fonts of letters; others may have pictures in the place of digits. */
const LETTERS =
  /^(?:symbol|times new roman|arial|calibri|cambria|courier new|宋体|仿宋|黑体|楷体|仿宋_GB2312|楷体_GB2312)$/i;

/** 符号: in a font of letters a sign stands where it stands in ASCII, at times moved to where Symbol keeps its own (ISO 29500-1 §17.3.3.30). */
function symbolText({ 'w:font': font = '', 'w:char': char = '' }: Readonly<Record<string, string>>): string {
  const code = Number.parseInt(char, 16);
  if (!(code > 0 && code <= 0xffff)) return UNREADABLE;
  if (code < 0xf000) return escapeText(String.fromCharCode(code));
  return LETTERS.test(font) && code <= 0xf07e ? escapeText(String.fromCharCode(code - 0xf000)) : UNREADABLE;
}

const UNREADABLE = '\ufffd';

/** A span no table comes near is none: it would push the cells behind it off the table. */
function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= MAX_SPAN ? span : 1;
}
