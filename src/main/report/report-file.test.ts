/** Invented reports as files of the office. `GONGKAI_FILES=500 npx vitest run src/main/report/report-file.test.ts` reads that many of each. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { type PrintedReport, printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { publishedReport } from '../../../test/support/report-layouts/published-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { reportPaper } from '../../annual-report/render/report-paper.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReportFile } from './report-file.ts';

const asked = Number(process.env.GONGKAI_FILES ?? 0);
const COUNT = asked || 6;

const invented = (seed: number): PrintedReport => printReport(seeded(seed), 'plain', seed % 2 === 0 ? 'kept' : 'none');

const paperOf = (printed: PrintedReport) =>
  reportPaper(publishedReport(printed), `${printed.unit}${printed.year}年政府信息公开工作年度报告`);

const KINDS = [
  { name: 'DOCX', write: paperDocx, atLeast: 0.999 },
  { name: 'XLSX', write: paperXlsx, atLeast: 0.999 },
  { name: 'PDF', write: paperPdf, atLeast: 0.999 },
] as const;

/** A PDF of one page with nothing on it, encrypted or not, whose cross-references the reader has to find by itself. */
const emptyPdf = (trailer = '') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj\ntrailer<</Root 1 0 R${trailer}>>\n%%EOF`,
  );

async function zipOf(entries: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const WORKBOOK = Buffer.from('<workbook><sheets><sheet r:id="r1"/></sheets></workbook>');
const RELATIONS = Buffer.from('<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>');

describe('ANR-31 a file that cannot be read says why and what to do', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing', () => Buffer.alloc(0), 'REPORT_EMPTY'],
    ['100 MB of spaces', () => Buffer.alloc(100 * 1024 * 1024, ' '), 'REPORT_TOO_LARGE'],
    ['a scanned PDF', () => emptyPdf(), 'REPORT_SCANNED'],
    ['a PDF with a password', () => emptyPdf('/Encrypt 4 0 R/ID[<00><00>]'), 'REPORT_LOCKED'],
    ['half a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'REPORT_DAMAGED'],
    ['an archive of something else', () => zipOf({ 'a.txt': Buffer.from('年度报告') }), 'REPORT_ARCHIVE'],
    [
      'a Word file with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'REPORT_LOCKED',
    ],
    [
      'a DOCX that unpacks to more than a document holds',
      () => zipOf({ 'word/document.xml': Buffer.alloc(80 * 1024 * 1024, ' ') }),
      'REPORT_DAMAGED',
    ],
    [
      'an XLSX that unpacks to more than a workbook holds',
      () =>
        zipOf({
          'xl/workbook.xml': WORKBOOK,
          'xl/_rels/workbook.xml.rels': RELATIONS,
          'xl/worksheets/s.xml': Buffer.alloc(60 * 1024 * 1024, ' '),
        }),
      'REPORT_DAMAGED',
    ],
  ])('%s', async (_, file, code) => {
    const refusal = await readReportFile(await file());
    expect(isRefusal(refusal) && refusal).toMatchObject({ code, says: expect.stringContaining('请') });
  });

  it('a sheet merged over a million rows, with a link to another machine in its cell, is read and nothing followed', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><f>[1]x!A1</f><v>政府信息公开工作年度报告</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
    const file = await zipOf({
      'xl/workbook.xml': WORKBOOK,
      'xl/_rels/workbook.xml.rels': RELATIONS,
      'xl/worksheets/s.xml': Buffer.from(sheet),
    });
    expect(await readReportFile(file)).toMatchObject({ code: 'REPORT_NOT_A_REPORT' });
  });
});

describe('ANR-30 an untagged PDF', () => {
  it('is read by the lines of its tables', async () => {
    for (const seed of [2, 3]) {
      const printed = invented(seed);
      const pdf = await paperPdf(paperOf(printed));
      const untagged = Buffer.from(pdf.toString('latin1').replaceAll('/StructTreeRoot', '/XtructTreeRoot'), 'latin1');
      const report = await readReportFile(untagged);
      expect(isRefusal(report) || score(printed.figures, report)).toMatchObject({ wrong: [], undecided: 0 });
    }
  });
});

describe('ANR-30 our own files give back the report they print', () => {
  it.each(KINDS)('$name', async ({ name, write, atLeast }) => {
    const wrong: string[] = [];
    let [right, undecided, time] = [0, 0, 0];
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const printed = invented(seed);
      const bytes = await write(paperOf(printed));
      const began = performance.now();
      const report = await readReportFile(bytes);
      time += performance.now() - began;
      if (isRefusal(report)) {
        wrong.push(`seed ${seed}: ${report.says}`);
        continue;
      }
      const cells = score(printed.figures, report);
      right += cells.right;
      undecided += cells.undecided;
      wrong.push(...cells.wrong.map((cell) => `seed ${seed}: ${cell.join(' ')}`));
      expect([report.unit, report.year]).toEqual([printed.unit, printed.year]);
    }
    const share = right / (right + undecided + wrong.length);
    if (asked)
      console.log(
        `${name}: ${(100 * share).toFixed(3)} % right, ${undecided} undecided, ${wrong.length} wrong, ${(COUNT / (time / 1000)).toFixed(1)} reports/s`,
      );
    expect(wrong).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(atLeast);
  });
});

describe('ANR-55 every cell of a sheet is read in its own column', () => {
  const WORDS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  /** Table 3 with a wide row below it, as Table 4 is: the rows of Table 3 are then padded with blank cells. */
  async function row31(spoil: (sheet: ExcelJS.Worksheet) => void): Promise<readonly (number | null | 'undecided')[]> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRows([
      ['青石县2024年政府信息公开工作年度报告'],
      ['一、总体情况'],
      ['三、收到和处理政府信息公开申请情况'],
      ['申请人情况', ...WORDS],
      ['一、本年新收政府信息公开申请数量', 9, 9, 9, 9, 9, 9, 54],
      ['（一）予以公开', 1, 2, 3, 4, 5, 6, 21],
      ['（七）总计', 1, 2, 3, 4, 5, 6, 21],
      [...Array(11).fill(''), '备注'],
    ]);
    spoil(sheet);
    const report = await readReportFile(Buffer.from(await book.xlsx.writeBuffer()));
    if (isRefusal(report)) throw new Error(report.says);
    return report.table3!.rows['3.1']!.map((cell, i) =>
      report.undecided.includes(`/table3/rows/3.1/${i}`) ? 'undecided' : cell,
    );
  }

  it.each<[string, (sheet: ExcelJS.Worksheet) => void, readonly (number | 'undecided')[]]>([
    [
      'a hidden column',
      (sheet) => {
        sheet.getColumn('D').hidden = true;
      },
      [1, 2, 'undecided', 4, 5, 6, 21],
    ],
    [
      'a hidden first column',
      (sheet) => {
        sheet.getColumn('B').hidden = true;
      },
      ['undecided', 2, 3, 4, 5, 6, 21],
    ],
    ['two cells merged', (sheet) => sheet.mergeCells('C6:D6'), [1, 'undecided', 'undecided', 4, 5, 6, 21]],
    ['merged with the row above', (sheet) => sheet.mergeCells('B5:B6'), ['undecided', 2, 3, 4, 5, 6, 21]],
    [
      'a truth value',
      (sheet) => {
        sheet.getCell('B6').value = false;
      },
      ['undecided', 2, 3, 4, 5, 6, 21],
    ],
    [
      'an error',
      (sheet) => {
        sheet.getCell('B6').value = { error: '#REF!' };
      },
      ['undecided', 2, 3, 4, 5, 6, 21],
    ],
    [
      'struck out',
      (sheet) => {
        sheet.getCell('B6').font = { strike: true };
      },
      ['undecided', 2, 3, 4, 5, 6, 21],
    ],
    [
      'a part of one, which the check names [ANR-73]',
      (sheet) => {
        sheet.getCell('C6').value = 2.4;
      },
      [1, 2.4, 3, 4, 5, 6, 21],
    ],
    [
      'less than none, which the check names [ANR-73]',
      (sheet) => {
        sheet.getCell('C6').value = -2;
      },
      [1, -2, 3, 4, 5, 6, 21],
    ],
  ])('%s', async (_, spoil, row) => {
    expect(await row31(spoil)).toEqual(row);
  });
});
