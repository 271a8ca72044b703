/** XLSX → HTML: every visible sheet as tables with their merged cells, and what stands alone across a row as a paragraph. */
import { escapeText } from './escape-text.ts';
import { type CellRow, columnOf, readPages, type SheetPage } from './xlsx-cells.ts';

const COLUMNS_READ = 64;
const PAGES_READ = 20;
/** Words of one cell that are a sentence, whatever their place. */
const SENTENCE = 60;

interface Range {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** @returns undefined where the file is no workbook, is damaged, or unpacks to more than one holds */
export function xlsxHtml(file: Buffer): string | undefined {
  const pages = readPages(file, COLUMNS_READ, PAGES_READ);
  return pages && `<html><body>${pages.map(pageHtml).join('')}</body></html>`;
}

function pageHtml({ rows: all, merged, hiddenColumns }: SheetPage): string {
  const rows = all.filter(({ hidden }) => !hidden);
  const width = Math.max(0, ...rows.map(({ texts }) => texts.length));
  const ranges = merged.flatMap((name) => rangeOf(name) ?? []);
  const columns: Columns = { width, hidden: hiddenColumns, left: unused(rows, hiddenColumns) };
  const pieces: string[] = [];
  let table: string[] = [];
  const closeTable = () => {
    if (table.length > 0) pieces.push(`<table>${table.join('')}</table>`);
    table = [];
  };
  for (const row of rows) {
    const alone = paragraphIn(row, ranges, width);
    if (alone === null) table.push(rowHtml(row, rows, ranges, columns));
    else {
      closeTable();
      pieces.push(...alone.split('\n').map((line) => `<p>${escapeText(line)}</p>`));
    }
  }
  closeTable();
  return pieces.join('');
}

interface Columns {
  readonly width: number;
  readonly hidden: ReadonlySet<number>;
  /** Hidden columns with nothing in them: nothing shifts where they are left out. */
  readonly left: ReadonlySet<number>;
}

function unused(rows: readonly CellRow[], hidden: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...hidden].filter((column) => rows.every(({ texts }) => (texts[column] ?? '') === '')));
}

/** Words that stand alone in a row and are a sentence or reach over most of it. */
function paragraphIn({ at, texts }: CellRow, ranges: readonly Range[], width: number): string | null {
  const filled = texts.flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  const [only] = filled;
  if (!only || filled.length > 1) return null;
  const range = ranges.find(({ left, top, bottom }) => left === only.column && top <= at && at <= bottom);
  const across = range && range.top === range.bottom ? range.right - range.left + 1 : 1;
  return only.text.length > SENTENCE || across > width / 2 || width === 1 ? only.text : null;
}

/** Words stand in a hidden column as in any other; a figure nobody sees is there, and is not told. */
const HIDDEN_FIGURE = '〔隐藏〕';

function rowHtml({ at, texts }: CellRow, rows: readonly CellRow[], ranges: readonly Range[], columns: Columns): string {
  const kept = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((column) => !columns.left.has(column)).length;
  const here = ranges.filter(({ top, bottom }) => top <= at && at <= bottom);
  let html = '';
  for (let column = 0; column < columns.width; column += 1) {
    const range = here.find(({ left, right }) => left <= column && column <= right);
    const printed = texts[column] ?? '';
    const unseen = columns.hidden.has(column) && (!range || range.left === range.right) && /\d/.test(printed);
    const text = escapeText(unseen ? HIDDEN_FIGURE : printed).replace(/\n/g, '<br>');
    if (!range) html += columns.left.has(column) ? '' : `<td>${text}</td>`;
    else if (range.left === column && range.top === at) {
      const across = kept(range.left, Math.min(range.right, columns.width - 1));
      // Rows without any text are not printed, and count for nothing in what a merged cell spans.
      const down = rows.filter((row) => row.at >= range.top && row.at <= range.bottom).length;
      if (across > 0) html += `<td colspan="${across}" rowspan="${down}">${text}</td>`;
    }
  }
  return `<tr>${html}</tr>`;
}

function rangeOf(name: string): Range | undefined {
  const [, from, top, to, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return { left: columnOf(from), right: columnOf(to), top: Number(top), bottom: Number(bottom) };
}
