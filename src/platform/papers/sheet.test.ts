import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { xlsxOf, zipOf } from '../../../test/support/zip.ts';
import type { SheetColumn } from '../../statute/sheet.ts';
import { readSheet, SHEET_BYTES, writeTemplate } from './sheet.ts';

const COLUMNS: readonly SheetColumn<'title' | 'day'>[] = [
  { key: 'title', head: '标题', must: true, hint: '全称。', choices: ['甲', '乙'] },
  { key: 'day', head: '日期', must: false, hint: '写成 2023-05-04。' },
];
const HEAD = ['标题', '日期'];
const says = (file: Buffer) => readSheet(file, COLUMNS).faults.map((fault) => fault.says);

async function filled(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await writeTemplate('模板', COLUMNS)) as never);
  fill(book.worksheets[0]!);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('表格', () => {
  it('what is filled into the template comes back as text, line by line', async () => {
    const file = await filled((sheet) => {
      sheet.getCell('A2').value = ' 甲\u3000';
      sheet.getCell('B2').value = new Date('2023-05-04T00:00:00Z');
      sheet.getCell('A4').value = { richText: [{ text: '乙' }, { text: '丙' }] };
      sheet.getCell('B4').value = { formula: 'A1', result: 45050 } as never;
    });
    expect(readSheet(file, COLUMNS)).toEqual({
      lines: [
        { at: 2, cells: { title: '甲', day: '2023-05-04' } },
        { at: 4, cells: { title: '乙丙', day: '45050' } },
      ],
      faults: [],
    });
  });

  it('the template explains every column and offers its choices', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load((await writeTemplate('结转文件', COLUMNS)) as never);
    const [sheet, help] = book.worksheets;
    expect([sheet!.name, sheet!.getRow(1).values]).toEqual(['结转文件', [undefined, '标题', '日期']]);
    expect(sheet!.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"甲,乙"'] });
    expect(help!.getRow(2).values).toEqual([undefined, '标题', '必填', '全称。可填：甲、乙。']);
  });

  it('columns may stand in any order', async () => {
    const { lines } = readSheet(
      xlsxOf([
        ['日期', '标题'],
        ['2023-05-04', '甲'],
      ]),
      COLUMNS,
    );
    expect(lines).toEqual([{ at: 2, cells: { title: '甲', day: '2023-05-04' } }]);
  });

  it('a missing head, an unknown head and an empty sheet are told', async () => {
    expect(says(xlsxOf([['标题'], ['甲']]))).toEqual(['第一行没有“日期”这一列。']);
    expect(says(xlsxOf([[...HEAD, '备注'], ['甲']]))).toEqual(['不认识“备注”这一列。']);
    expect(says(xlsxOf([HEAD]))).toEqual(['表格里没有数据。']);
  });
});

describe('hostile files are refused, and quickly', () => {
  const UNREADABLE = [expect.stringContaining('不是能读的 XLSX 表格')];
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024, ' ');
  const rows = [HEAD, ['甲', '']];

  it.each<[string, Buffer]>([
    ['no archive', Buffer.from('标题,日期\n甲,')],
    ['nothing at all', Buffer.alloc(0)],
    ['an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex')],
    ['an archive that is no workbook', zipOf([{ name: 'a.txt', content: 'a' }])],
    [
      'one that unpacks to more than memory should hold',
      xlsxOf(rows, { entries: [{ name: 'b', content: megabytes(50) }] }),
    ],
    [
      'the same, with headers that claim one byte',
      xlsxOf(rows, { entries: [{ name: 'b', content: megabytes(50), claims: 1 }] }),
    ],
    [
      'very many entries',
      xlsxOf(rows, { entries: Array.from({ length: 300 }, (_, i) => ({ name: `${i}`, content: '' })) }),
    ],
    ['something before the archive', Buffer.concat([Buffer.from('MZ'), xlsxOf(rows)])],
    ['something after it', Buffer.concat([xlsxOf(rows), Buffer.from('tail')])],
    ['a file above the limit', Buffer.alloc(SHEET_BYTES + 1)],
  ])('%s', async (_, file) => expect(says(file)).toEqual(UNREADABLE));

  it('entities that nobody declared are letters, and a row may claim any number', () => {
    const file = xlsxOf([HEAD, ['&lol9;&lt;', '']], {
      numbers: [1, 999_999_999],
      doctype: '<!DOCTYPE x [<!ENTITY lol9 "ha">]>',
    });
    expect(readSheet(file, COLUMNS).lines).toEqual([{ at: 999_999_999, cells: { title: '&lol9;<', day: '' } }]);
  });

  it('more lines than anybody enters by hand', () => {
    const many = Array.from({ length: 2_001 }, () => ['甲', '']);
    expect(says(xlsxOf([HEAD, ...many]))).toEqual(['表格有 2001 行，一次最多 2000 行。']);
  });

  it('ranges that a library lays out cell by cell are left aside', async () => {
    const huge = 'A1:XFD1048576';
    const file = xlsxOf(rows, {
      before: '<cols><col min="1" max="16384000" width="9"/></cols>',
      sheet: `<mergeCells><mergeCell ref="${huge}"/></mergeCells><dataValidations><dataValidation type="list" sqref="${huge}"><formula1>"a"</formula1></dataValidation></dataValidations>`,
      book: '<definedNames><definedName name="x">A!$A$1:$XFD$1048576</definedName></definedNames>',
    });
    const { lines } = readSheet(file, COLUMNS);
    expect(lines).toEqual([{ at: 2, cells: { title: '甲', day: '' } }]);
  });
});
