/**
 * 一格一行的文字流: `pdftotext` prints the cells of a table one under another, a row at a time or, where rows are close, a column at a
 * time: then seven blocks of equal length, apart by blank lines, are that many rows. Without blank lines the sums of the rows tell.
 */
import { rowNamed } from './labels.ts';
import { sumsUp } from './splits.ts';
import type { Event, Group } from './table3-groups.ts';
import { readingOf } from './table3-groups.ts';
import type { Token } from './tokens.ts';

/** Figures on lines that follow each other without a blank line or words between. */
type Block = Token[];

export function flowGroups(lines: readonly (readonly Token[])[], width: number): Event[] {
  const events: Event[] = [];
  let words = '';
  let blocks: Block[] = [];
  let block: Block = [];
  const closeBlock = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  const closeRun = () => {
    closeBlock();
    if (blocks.length === 0) return;
    const { rows, loose } = rowsIn(blocks, width);
    const order = loose ? orderOf(rows, width) : 'rows';
    const readings = order === 'columns' ? turned(rows, width) : rows;
    readings.forEach((row, i) => {
      // Words before a block of several rows name none of them: the layout has torn labels and figures apart.
      const label = i === 0 && readings.length === 1 ? words : '';
      events.push({
        group: {
          reading: order === null ? { kind: 'unread' } : readingOf(row),
          label,
          code: label === '' ? null : rowNamed(label),
          beside: false,
        } satisfies Group,
      });
    });
    blocks = [];
    words = '';
  };
  for (const line of lines) {
    if (line.length === 0) closeBlock();
    for (const token of line) {
      if (token.kind === 'words') {
        closeRun();
        words += token.text;
        events.push({ words: token.text });
      } else {
        block.push(token);
      }
    }
  }
  closeRun();
  return events;
}

/** So many rows are no accident of a page; fewer are read as they are printed. */
const TORN = 8;
/** Of the rows that hold a figure at all: more of them fail in no report, however careless. */
const MOST = 0.8;
const HALF = 0.5;
/** So many sums that hold are no coincidence. */
const WITNESSES = 3;

/**
 * Where the figures of a whole table stand apart from its labels, one a line, nothing but the sums of the rows tells whether they run by rows or
 * by columns; null where they prove neither.
 */
function orderOf(rows: readonly (readonly Token[])[], width: number): 'rows' | 'columns' | null {
  if (rows.length < TORN || rows.some((row) => row.length !== width)) return 'rows';
  const [along, down] = [holding(rows), holding(turned(rows, width))];
  if (down.share >= MOST && down.count >= WITNESSES && along.share < HALF) return 'columns';
  return along.share < HALF || (down.share === 1 && along.share < 1) ? null : 'rows';
}

/** Rows whose total is the sum of the six before it, among those that hold a figure. */
function holding(rows: readonly (readonly Token[])[]): { readonly count: number; readonly share: number } {
  const told = rows
    .map((row) => row.map((token) => (token.kind === 'number' ? Number(token.text) : 0)))
    .filter((row) => row.some((value) => value > 0));
  const count = told.filter(sumsUp).length;
  return { count, share: told.length === 0 ? 1 : count / told.length };
}

/** The same figures in their order, dealt out column by column. */
function turned(rows: readonly (readonly Token[])[], width: number): Token[][] {
  const all = rows.flat();
  return rows.map((_, row) => Array.from({ length: width }, (_, column) => all[column * rows.length + row]!));
}

/** `loose`: no blocks of equal length show how the figures run. */
function rowsIn(blocks: readonly Block[], width: number): { readonly rows: Token[][]; readonly loose: boolean } {
  const rows: Token[][] = [];
  let loose: Token[] = [];
  let apart = false;
  const closeLoose = () => {
    if (loose.length > 0) rows.push(...chunks(loose, width));
    loose = [];
  };
  for (let i = 0; i < blocks.length; ) {
    const height = blocks[i]!.length;
    const columns = blocks.slice(i, i + width);
    if (
      loose.length % width === 0 &&
      height > 1 &&
      columns.length === width &&
      columns.every(({ length }) => length === height)
    ) {
      closeLoose();
      for (let row = 0; row < height; row++) rows.push(columns.map((column) => column[row]!));
      apart = true;
      i += width;
    } else {
      loose.push(...blocks[i]!);
      i++;
    }
  }
  closeLoose();
  return { rows, loose: !apart };
}

/** Whole rows where the count allows it, else one run that cannot be told apart. */
function chunks(tokens: readonly Token[], width: number): Token[][] {
  if (tokens.length % width !== 0) return [[...tokens]];
  return Array.from({ length: tokens.length / width }, (_, i) => tokens.slice(i * width, (i + 1) * width));
}
