/** 排版的输入: a block of a paper as the layout in typst reads it: words as runs, pictures as large as they are drawn, merged cells with the column they begin in. */
import type { PaperBlock, PaperCell, PaperRun, PaperTable, PaperWords } from '../../statute/paper.ts';
import { columnWidths, placedCells } from './column-widths.ts';
import { attachmentLabel, pictureSize, TEXT_PT } from './official-layout.ts';

type Clean = (words: string) => string;

/** @param width of the place it stands in, in points; @param clean of what no font prints */
export function printedBlock(block: PaperBlock, clean: Clean, width: number = TEXT_PT.width): object {
  switch (block.kind) {
    case 'attachments': {
      const { names } = block;
      return { kind: block.kind, names: names.map((name, at) => attachmentLabel(at, names.length) + clean(name)) };
    }
    case 'closing':
      return { kind: block.kind, issuer: clean(block.issuer), date: clean(block.date) };
    case 'heading':
      return { kind: block.kind, level: block.level, ...wordsIn(block, clean) };
    case 'paragraph': {
      const { side = '', item } = block;
      const listed = item && { level: item.list.level, mark: clean(item.mark) };
      return { kind: block.kind, side, item: listed ?? null, ...wordsIn(block, clean) };
    }
    case 'picture': {
      const { kind, format, alt, side = '', content } = block;
      return { kind, format, side, alt: clean(alt), content: [...content], ...pictureSize(block, width) };
    }
    case 'rule':
      return block;
    case 'table':
      return tableIn(block, clean, width);
    default:
      return { kind: block.kind, text: clean(block.text) };
  }
}

function wordsIn({ text, runs }: PaperWords, clean: Clean) {
  return { text: clean(text), runs: runs?.map((run) => runIn(run, clean)) ?? null };
}

/** What is slanted is drawn piece by piece: the fonts of Chinese have no slanted letters. */
const PIECES = /[\p{Script=Han}\p{Ps}\p{Pi}]\p{P}*|[^\p{Script=Han}\p{Ps}\p{Pi}\s]+|\s+/gu;

function runIn({ text, looks = [], address }: PaperRun, clean: Clean) {
  const isSlanted = looks.includes('italic');
  const lines = clean(text)
    .split('\n')
    .map((line) => (isSlanted ? (line.match(PIECES) ?? ['']) : [line]));
  const isPrinted = address !== undefined && /^https?:/.test(address) && address !== text.trim();
  return { lines, looks, address: address ?? '', printed: isPrinted ? clean(`（${address}）`) : '' };
}

/** On either side of a cell. */
const INSET_PT = { form: 3, list: 4 };

function tableIn(table: PaperTable, clean: Clean, width: number): object {
  const widths = columnWidths(table, 1000);
  const inset = table.inLetter ? INSET_PT.list : INSET_PT.form;
  const wide = (column: number, { colspan = 1 }: PaperCell) =>
    (widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0) / 1000) * width - inset * 2;
  return {
    kind: table.kind,
    widths,
    headRows: table.headRows,
    inLetter: table.inLetter ?? false,
    inset,
    cells: placedCells(table).map(({ row, column, cell }) => ({
      x: column,
      y: row,
      colspan: cell.colspan ?? 1,
      rowspan: cell.rowspan ?? 1,
      align: cell.align ?? 'left',
      text: clean(cell.text),
      blocks: cell.blocks?.map((block) => printedBlock(block, clean, wide(column, cell))) ?? null,
    })),
  };
}
