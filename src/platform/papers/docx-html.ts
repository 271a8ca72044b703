/**
 * Word → HTML: paragraphs and tables with their merged cells, and nothing else of the file; no link is followed, no picture or macro
 * touched. Text struck out in a revision is left out. Bounded by `unzip.ts`.
 */
import { Parser } from 'htmlparser2';
import { escapeText } from './escape-text.ts';
import { unzip } from './unzip.ts';

const LIMITS = { bytes: 60 * 1024 * 1024, entries: 2_000 };
const MAX_SPAN = 64;

/** What stands in a Fallback stands a second time beside it; what was struck out or moved away in a revision is gone. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:del', 'w:moveFrom']);
const UNSEEN = new Set(['w:strike', 'w:dstrike', 'w:vanish']);

interface Cell {
  span: number;
  down: number;
  /** Whether it continues the merged cell above. */
  continues: boolean;
  html: string;
}

interface Table {
  readonly rows: Cell[][];
  /** The cell that stands in a column of the row above, by the column it begins in. */
  readonly above: Map<number, Cell>;
  column: number;
}

/** @returns undefined where the file is no DOCX, is damaged, or unpacks to more than a document holds */
export function docxHtml(file: Buffer): string | undefined {
  const xml = unzip(file, LIMITS)?.get('word/document.xml')?.toString('utf8');
  if (xml === undefined) return undefined;
  const body = { html: '' };
  const tables: Table[] = [];
  const cells: Cell[] = [];
  let [reading, left] = [false, 0];
  /** Of the run: its words stand raised, as the number of a note does; or are struck out or hidden. */
  let [raised, unseen] = [false, false];
  const into = () => cells.at(-1) ?? body;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (LEFT_OUT.has(name)) left += 1;
        if (left > 0) return;
        const table = tables.at(-1);
        const cell = cells.at(-1);
        if (name === 'w:t') reading = true;
        else if (name === 'w:r') [raised, unseen] = [false, false];
        else if (UNSEEN.has(name) && isOn(attributes['w:val'])) unseen = true;
        else if (name === 'w:vertAlign') raised = attributes['w:val'] === 'superscript';
        else if (name === 'w:p') into().html += '<p>';
        else if (name === 'w:tab') into().html += '&emsp;';
        else if (name === 'w:br' || name === 'w:cr') into().html += '<br>';
        else if (name === 'w:tbl') tables.push({ rows: [], above: new Map(), column: 0 });
        else if (name === 'w:tr' && table) {
          table.rows.push([]);
          table.column = 0;
        } else if (name === 'w:gridBefore' && table) table.column += spanOf(attributes['w:val']);
        else if (name === 'w:tc') cells.push({ span: 1, down: 1, continues: false, html: '' });
        else if (name === 'w:gridSpan' && cell) cell.span = spanOf(attributes['w:val']);
        else if (name === 'w:vMerge' && cell) cell.continues = attributes['w:val'] !== 'restart';
      },
      ontext(words) {
        if (!reading || left > 0 || unseen) return;
        into().html += raised ? `<sup>${escapeText(words)}</sup>` : escapeText(words);
      },
      onclosetag(name) {
        if (LEFT_OUT.has(name)) left -= 1;
        if (left > 0) return;
        if (name === 'w:t') reading = false;
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
  return `<html><body>${body.html}</body></html>`;
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
  const cell = ({ span, down, html }: Cell) => `<td colspan="${span}" rowspan="${down}">${html}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}
