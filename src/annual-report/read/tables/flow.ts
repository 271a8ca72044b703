/**
 * 一格一行的文字流: `pdftotext` prints the cells of a table one under another, a row at a time or, where rows are close, a column at a
 * time: then seven blocks of equal length, apart by blank lines, are that many rows.
 */
import { rowNamed } from './labels.ts';
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
    const readings = rowsIn(blocks, width);
    readings.forEach((row, i) => {
      // Words before a block of several rows name none of them: the layout has torn labels and figures apart.
      const label = i === 0 && readings.length === 1 ? words : '';
      events.push({
        group: {
          reading: readingOf(row),
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

function rowsIn(blocks: readonly Block[], width: number): Token[][] {
  const rows: Token[][] = [];
  let loose: Token[] = [];
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
      i += width;
    } else {
      loose.push(...blocks[i]!);
      i++;
    }
  }
  closeLoose();
  return rows;
}

/** Whole rows where the count allows it, else one run that cannot be told apart. */
function chunks(tokens: readonly Token[], width: number): Token[][] {
  if (tokens.length % width !== 0) return [[...tokens]];
  return Array.from({ length: tokens.length / width }, (_, i) => tokens.slice(i * width, (i + 1) * width));
}
