/** 文书 → XLSX: a Paper on one sheet; words over its whole width, tables with their merged cells, figures as figures. */
import type { Worksheet } from 'exceljs';
import type { Paper, PaperBlock, PaperTable } from '../../statute/paper.ts';
import { placedCells } from './column-widths.ts';
import { attachmentLabel, legible } from './official-layout.ts';

const WIDTH = 12;
const CHARACTERS_IN_LINE = 66;

export async function paperXlsx(paper: Paper): Promise<Buffer> {
  // Loaded when it is asked for: it is large.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('报告', { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 } });
  const columns = Math.max(10, ...paper.blocks.map((block) => (block.kind === 'table' ? block.columns : 0)));
  for (let i = 1; i <= columns; i += 1) sheet.getColumn(i).width = WIDTH;
  addWords(sheet, paper.title, columns, { bold: true, size: 16 });
  for (const block of paper.blocks) {
    if (block.kind === 'table') addTable(sheet, block);
    else for (const words of wordsOf(block)) addWords(sheet, words, columns, { bold: block.kind === 'heading' });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function wordsOf(block: Exclude<PaperBlock, PaperTable>): readonly string[] {
  if (block.kind === 'attachments')
    return block.names.map((name, at) => attachmentLabel(at, block.names.length) + name);
  if (block.kind === 'closing') return [block.issuer, block.date];
  if (block.kind === 'rule') return [];
  if (block.kind === 'picture') return [`〔图：${block.alt}〕`];
  return block.text.split('\n').filter((line) => line.trim() !== '');
}

function addWords(sheet: Worksheet, words: string, columns: number, font: { bold?: boolean; size?: number }): void {
  const row = sheet.addRow([legible(words)]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  const cell = row.getCell(1);
  // The format of texts: what people wrote never becomes a formula.
  cell.numFmt = '@';
  cell.font = font;
  cell.alignment = { wrapText: true, vertical: 'top' };
  row.height = 16 * Math.ceil(words.length / CHARACTERS_IN_LINE);
}

function addTable(sheet: Worksheet, table: PaperTable): void {
  const first = sheet.rowCount + 1;
  for (const { row, column, cell } of placedCells(table)) {
    const [top, left] = [first + row, column + 1];
    const [bottom, right] = [top + (cell.rowspan ?? 1) - 1, left + (cell.colspan ?? 1) - 1];
    if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
    const printed = sheet.getCell(top, left);
    const figure =
      (cell.figure !== undefined || cell.align === 'right') && /^(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(cell.text);
    printed.value = figure ? Number(cell.text) : legible(cell.text);
    if (!figure) printed.numFmt = '@';
    printed.alignment = { wrapText: true, vertical: 'middle', horizontal: cell.align ?? 'left' };
    for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) sheet.getCell(y, x).border = BORDER;
  }
}

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
