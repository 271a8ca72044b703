/**
 * 表格 → XLSX and back. Uploads come from anybody's desk: what is too large is refused before it is unpacked, and of what is unpacked
 * only the cells of the first sheet are read (`xlsx-cells.ts`).
 */
import type { SheetColumn, SheetLine } from '../../statute/sheet.ts';
import { readCells } from './xlsx-cells.ts';

export const SHEET_BYTES = 5 * 1024 * 1024;
const LINES_ALLOWED = 2_000;
const COLUMNS_READ = 100;

/** Why a file could not be read as a sheet, and what to do. */
export interface SheetFault {
  readonly says: string;
  readonly advice: string;
}

export type SheetRead<Key extends string> =
  | { readonly lines: readonly SheetLine<Key>[]; readonly faults: readonly [] }
  | { readonly lines: readonly []; readonly faults: readonly SheetFault[] };

/** The lines of the first sheet below its head. Columns may stand in any order; all that must be there are, and no others. @param most lines */
export function readSheet<Key extends string>(
  file: Buffer,
  columns: readonly SheetColumn<Key>[],
  most = LINES_ALLOWED,
): SheetRead<Key> {
  const rows = file.length > SHEET_BYTES ? undefined : readCells(file, COLUMNS_READ);
  if (!rows)
    return fault(
      '这不是能读的 XLSX 表格，或者内容太多、加了密码。',
      '请下载模板填写，用 Excel 或者 WPS 另存为“.xlsx”再上传。',
    );
  const [first, ...below] = rows;
  const places = new Map(first?.at === 1 ? first.texts.map((head, i) => [head, i] as const) : []);
  places.delete('');
  const faults = [
    ...columns
      .filter(({ head }) => !places.has(head))
      .map(({ head }) => ({ says: `第一行没有“${head}”这一列。`, advice: '请用下载的模板，不要改表头。' })),
    ...[...places.keys()]
      .filter((head) => !columns.some((column) => column.head === head))
      .map((head) => ({ says: `不认识“${head}”这一列。`, advice: '请删去这一列，或者改成模板里的表头。' })),
  ];
  if (faults.length > 0) return { lines: [], faults };
  if (below.length === 0) return fault('表格里没有数据。', '请从第二行起每行填写一条。');
  if (below.length > most) return fault(`表格有 ${below.length} 行，一次最多 ${most} 行。`, '请分几次上传。');
  const lines = below.map(({ at, texts }) => ({
    at,
    cells: Object.fromEntries(columns.map(({ key, head }) => [key, texts[places.get(head)!] ?? ''])) as Record<
      Key,
      string
    >,
  }));
  return { lines, faults: [] };
}

/** An empty sheet with its head and lists, and beside it a page that says how to fill it in. */
export async function writeTemplate(title: string, columns: readonly SheetColumn[]): Promise<Buffer> {
  // Loaded when it is asked for: it is large, and templates are downloaded rarely.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ head }) => ({ header: head, width: Math.max(14, head.length * 3) }));
  sheet.getRow(1).font = { bold: true };
  columns.forEach(({ choices }, i) => {
    const list = choices && `"${choices.join(',')}"`;
    // Excel takes lists of up to 255 letters in place; longer ones stand in the explanation only.
    if (!list || list.length > 255) return;
    for (let row = 2; row <= 200; row += 1)
      sheet.getCell(row, i + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
  });
  const help = book.addWorksheet('填写说明');
  help.columns = [
    { header: '列', width: 24 },
    { header: '是否必填', width: 12 },
    { header: '怎样填写', width: 90 },
  ];
  help.getRow(1).font = { bold: true };
  for (const { head, must, hint, choices } of columns)
    help.addRow([head, must ? '必填' : '可不填', choices ? `${hint}可填：${choices.join('、')}。` : hint]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A filled sheet as values: texts stay texts and figures figures. */
export interface FilledSheet {
  readonly title: string;
  readonly heads: readonly string[];
  readonly lines: readonly (readonly (string | number | null)[])[];
  /** Sentences below the last line. */
  readonly notes: readonly string[];
}

/**
 * 表格 as XLSX [STA-2]. What people wrote is stored as a text in the format of texts, so that neither opening nor editing the
 * sheet turns `=HYPERLINK(…)` into a formula.
 */
export async function writeFilled({ title, heads, lines, notes }: FilledSheet): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  const fits = (i: number) => Math.max(...[heads, ...lines].map((line) => String(line[i] ?? '').length));
  sheet.columns = heads.map((header, i) => ({ header, width: Math.min(60, Math.max(10, fits(i) * 1.8)) }));
  sheet.getRow(1).font = { bold: true };
  for (const line of [...lines, ...(notes.length > 0 ? [[]] : []), ...notes.map((note) => [note])])
    sheet.addRow(line).eachCell((cell) => {
      if (typeof cell.value !== 'string') return;
      cell.value = cell.value.slice(0, LETTERS_IN_CELL);
      cell.numFmt = '@';
    });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What a cell of XLSX can hold; a longer one makes the whole file unreadable. */
const LETTERS_IN_CELL = 32_767;

function fault(says: string, advice: string): { lines: []; faults: SheetFault[] } {
  return { lines: [], faults: [{ says, advice }] };
}
