/** What a person sees of an office file is what is read: hidden, struck out and scaled figures are not. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { docxHtml } from './docx-html.ts';
import { readPages } from './xlsx-cells.ts';
import { xlsxHtml } from './xlsx-html.ts';

async function sheetOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('表'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function docxOf(runs: string): Promise<Buffer> {
  const zip = new ZipFile();
  const cell = `<w:tc><w:p>${runs}</w:p></w:tc>`;
  zip.addBuffer(
    Buffer.from(`<w:document><w:body><w:tbl><w:tr>${cell}</w:tr></w:tbl></w:body></w:document>`),
    'word/document.xml',
  );
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const textOf = (html: string | undefined) => html?.replace(/<(?!\/?sup)[^>]*>/g, '|').replace(/\|+/g, '|');

describe('ANR-55 a sheet', () => {
  it.each([
    ['0.0%', 0.26, '26%'],
    ['0!.0,"万"', 887_824.8, '≈887824.8'],
    ['#,##0,', 12_000, '≈12000'],
    ['#,##0.00', 12_000.5, '12000.5'],
    ['#,##0;-#,##0;"-"', 0, '-'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 0, '-'],
    ['#,##0;-#,##0;"另"', 0, '≈0'],
    ['0"件"', 12, '12'],
    ['yyyy-m-d', 45_000, '2023-03-15'],
    ['yyyy-m-d', 39, '≈39'],
    ['0', 13.4, '13'],
    ['0.00', 1.005, '1.01'],
    [';;;', 12, '≈12'],
    ['0"1"', 12, '≈12'],
    ['0.00E+00', 12, '≈12'],
  ])('shows %s of %d as %s', async (numFmt, value, seen) => {
    const file = await sheetOf((sheet) => Object.assign(sheet.getCell('A1'), { value, numFmt }));
    expect(readPages(file, 10, 1)?.[0]?.rows[0]?.texts).toEqual([seen]);
  });

  it('a formula that nobody has worked out is no blank', async () => {
    const file = await sheetOf((sheet) => {
      sheet.getCell('A1').value = { formula: 'SUM(B1:C1)' } as ExcelJS.CellFormulaValue;
      sheet.getCell('B1').value = 3;
    });
    expect(readPages(file, 10, 1)?.[0]?.rows[0]?.texts).toEqual(['=?', '3']);
  });

  it('leaves out what is struck out inside a cell, and keeps raised digits apart', async () => {
    const file = await sheetOf((sheet) => {
      const run = (text: string, font = {}) => ({ text, font });
      sheet.getCell('A1').value = { richText: [run('12'), run('1', { vertAlign: 'superscript' })] };
      sheet.getCell('B1').value = { richText: [run('9', { strike: true }), run('12')] };
    });
    expect(readPages(file, 10, 1)?.[0]?.rows[0]?.texts).toEqual(['12¹', '12']);
  });

  it('hidden rows are not read, figures of hidden columns keep their place, and merged cells reach over both', async () => {
    const file = await sheetOf((sheet) => {
      sheet.addRows([
        ['甲', 1, 9, 2],
        ['乙', 8, 8, 8],
        ['丙', 3, 9, 4],
      ]);
      sheet.getRow(2).hidden = true;
      sheet.getColumn(3).hidden = true;
      sheet.getRow(4).values = ['合', 5];
      sheet.mergeCells('B4:D4');
    });
    const html = xlsxHtml(file)!;
    expect(textOf(html)).toBe('|甲|1|〔隐藏〕|2|丙|3|〔隐藏〕|4|合|5|');
    expect(html).toContain('<td colspan="3" rowspan="1">5</td>');
  });
});

describe('ANR-55 a Word file', () => {
  const run = (properties: string, text: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  it.each([
    ['a raised note', run('<w:vertAlign w:val="superscript"/>', '1'), '|12<sup>1</sup>|'],
    ['struck out', run('<w:strike/>', '9'), '|12|'],
    ['not struck out after all', run('<w:strike w:val="false"/>', '9'), '|129|'],
    ['hidden', run('<w:vanish/>', '9'), '|12|'],
    ['moved away', `<w:moveFrom>${run('', '9')}</w:moveFrom>`, '|12|'],
    ['deleted', `<w:del>${run('', '9')}</w:del>`, '|12|'],
  ])('%s', async (_, more, seen) => {
    expect(textOf(docxHtml(await docxOf(run('', '12') + more)))).toBe(seen);
  });

  it('keeps the cells behind one that says it reaches over a thousand million', async () => {
    const wide = '</w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p>';
    expect(docxHtml(await docxOf(`${wide}${run('', '12')}`))).toContain('<td colspan="1" rowspan="1"><p>12</p></td>');
  });

  it('a text box in a cell holds words and is no picture', async () => {
    const box = (words: string) => `<w:r><w:pict><w:txbxContent><w:p>${words}</w:p></w:txbxContent></w:pict></w:r>`;
    expect(docxHtml(await docxOf(box('')))).not.toContain('<img>');
  });

  it.each([
    ['a picture', '<w:r><w:drawing><pic/></w:drawing></w:r>'],
    ['a figure that is hidden', run('<w:vanish/>', '9')],
  ])('%s alone in a cell is no blank', async (_, runs) => {
    expect(docxHtml(await docxOf(runs))).toContain('<p><img></p>');
    expect(docxHtml(await docxOf('<w:r/>'))).toContain('<p></p>');
  });
});
