/** Tables that lie otherwise than the form: what their own names and sums do not settle stays open. */
import { describe, expect, it } from 'vitest';
import * as shapes from '../../../test/support/report-layouts/other-shapes.ts';
import { type PrintedReport, printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { webPage } from '../../../test/support/report-layouts/web-layouts.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from './read-report.ts';
import { settle } from './tables/settle.ts';
import type { Reading } from './tables/slot.ts';

const SEEDS = Array.from({ length: 4 }, (_, i) => 900 + i);
const read = (page: string) => {
  const reading = readReport(new TextEncoder().encode(page));
  if (isRefusal(reading)) throw new Error(reading.says);
  return reading;
};
/** What is undecided of each report, none of which may be wrong. */
const openIn = (print: (report: PrintedReport, seed: number) => string) =>
  SEEDS.map((seed) => {
    const report = printReport(seeded(seed));
    const reading = read(print(report, seed));
    expect(score(report.figures, reading).wrong).toEqual([]);
    return reading.undecided;
  });
/** With other cells in one row of Table 3. */
const withRow = (report: PrintedReport, code: string, cells: (row: readonly string[]) => string[]): PrintedReport => ({
  ...report,
  table3: report.table3.map((row) => (row.code === code ? { ...row, cells: cells(row.cells) } : row)),
});
const rowOf = (code: string) => Array.from({ length: 7 }, (_, i) => `/table3/rows/${code}/${i}`);

describe('ANR-62 columns by their head', () => {
  it('a row that lacks a cell is not found, and those around it are', () => {
    const shorter = (report: PrintedReport) => withRow(report, '3.1', (cells) => cells.slice(1));
    for (const open of openIn((report, seed) => shapes.lastYearBeside(shorter(report), seeded(seed))))
      expect(open.filter((pointer) => /\/3\.[12]\//.test(pointer))).toEqual(rowOf('3.1'));
  });

  it('nothing is 总计 for want of a name', () => {
    const nameless = (page: string) => page.replace('>上年总计<', '><').replace('>总计<', '>合并<');
    for (const open of openIn((report, seed) => nameless(shapes.lastYearBeside(report, seeded(seed)))))
      expect(open).toEqual(expect.arrayContaining([...rowOf('1'), ...rowOf('3.7')]));
  });

  it('of 表四 printed twice with other figures neither is read', () => {
    const other = (page: string) =>
      page.replace(/(<\/td><td>)(\d+)(<\/td><\/tr><\/table><\/div>)(?![\s\S]*\1)/, '$1 7$2$3');
    for (const open of openIn((report) => other(shapes.table4Twice(report))))
      expect(open.filter((pointer) => pointer.startsWith('/table4'))).toHaveLength(15);
  });
});

/** A part of a page. */
const table = (rows: readonly string[]) => `<table>${rows.join('')}</table>`;
const tr = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const NAMES = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const labelled = ({ groups, label }: PrintedReport['table3'][number]) => [...groups, label].join('');

describe('ANR-75 what stands beside the figures of 表三', () => {
  const whole = (report: PrintedReport, third: string) =>
    webPage(report).replace(/<table(?:(?!<table)[\s\S])*?本年新收[\s\S]*?<\/table>/, () => third);

  it('a note in a row of its own is no row, whatever it counts', () => {
    const note = `<tr><td colspan="10">注：其中网上申请18件，信函申请5件，当面申请2件。</td></tr>`;
    const noted = (page: string) =>
      page.replace(/(结转下年度继续办理(?:(?!<\/table>)[\s\S])*)<\/table>/, `$1${note}</table>`);
    for (const open of openIn((report) => noted(webPage(report)))) expect(open).toEqual([]);
  });

  it('a table under the name of another year is not this year’s', () => {
    const other = (report: PrintedReport) => {
      const rows = (add: number) =>
        report.table3.map((row) => tr([labelled(row), ...row.cells.map((cell) => String(Number(cell) + add))]));
      const head = tr(['项目', ...NAMES]);
      return whole(
        report,
        `<p>${report.year}年</p>${table([head, ...rows(0)])}<p>${report.year - 1}年</p>${table([head, ...rows(2)])}`,
      );
    };
    for (const open of openIn(other)) expect(open.filter((pointer) => pointer.startsWith('/table3'))).toEqual([]);
  });

  it('a column that numbers the rows is none of the seven, in lines of text as in cells', () => {
    const numbered = (report: PrintedReport) => {
      const rows = report.table3.map((row, i) => [labelled(row), String(i + 1), ...row.cells].join('  '));
      return `三、收到和处理政府信息公开申请情况\n${['勾稽关系', '序号', ...NAMES].join('  ')}\n${rows.join('\n')}\n四、政府信息公开行政复议、行政诉讼情况\n`;
    };
    for (const seed of SEEDS) {
      const report = printReport(seeded(seed));
      const { table3, undecided } = read(`${report.unit}${report.year}年政府信息公开工作年度报告\n${numbered(report)}`);
      expect(undecided.filter((pointer) => pointer.startsWith('/table3/rows/3.1'))).toEqual([]);
      expect(table3.rows['1']).toEqual(report.figures.rows.get('1'));
    }
  });

  it('pages whose tables have labels of other widths are other tables', () => {
    const pages = (report: PrintedReport) => {
      const head = (labels: number) => tr([...Array<string>(labels).fill('勾稽关系'), '序号', ...NAMES]);
      const row = (labels: number) => (each: PrintedReport['table3'][number], i: number) =>
        tr([...Array<string>(labels - 1).fill(''), labelled(each), String(i + labels), ...each.cells]);
      const [first, rest] = [report.table3.slice(0, 2), report.table3.slice(2)];
      return `${report.unit}${report.year}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${table([head(1), ...first.map(row(1))])}\n\n${table([head(3), ...rest.map(row(3))])}\n四、政府信息公开行政复议、行政诉讼情况\n`;
    };
    for (const seed of SEEDS) {
      const report = printReport(seeded(seed));
      const { table3 } = read(pages(report));
      for (const [code, row] of report.figures.rows) expect(table3.rows[code]).toEqual(row);
    }
  });
});

describe('ANR-63 rows apart again', () => {
  it('a group whose labels and figures are not as many is not cut', () => {
    const blank = (report: PrintedReport) => withRow(report, '3.3.4', (cells) => ['', ...cells.slice(1)]);
    for (const seed of SEEDS) {
      const report = printReport(seeded(seed));
      expect(read(shapes.stackedRows(blank(report))).undecided).toEqual(expect.arrayContaining(rowOf('3.3.4')));
    }
  });

  it('sentences about some rows are no table', () => {
    const report = printReport(seeded(900));
    const some = { ...report, table3: report.table3.slice(0, 8) };
    expect(read(shapes.told(some)).table3.rows['3.1']).toBeNull();
  });

  it('rows of a report’s own in a flow leave those of the form in their place', () => {
    const report = printReport(seeded(901));
    const lines = report.table3.flatMap(({ code, groups, label, cells }) => [
      ...groups,
      label,
      ...cells,
      ...(code === '1' ? ['其中：网上申请', '1', '8', '3', '5', '1', '4', '9'] : []),
    ]);
    const page = shapes
      .told(report)
      .replace(/(?:^.*：自然人.*\n)+/m, `申请人情况\n自然人\n总计\n${lines.join('\n')}\n`);
    const { wrong, undecided } = score(report.figures, read(page));
    expect({ wrong, undecided }).toEqual({ wrong: [], undecided: 0 });
  });
});

it('ANR-68 the right page of a sheet is joined only line by line, and where the totals say so', () => {
  for (const open of openIn((report) => shapes.overTwoPages(report).replace(/(?<=其他 {5}总计\n).*\n/, '')))
    expect(open).toEqual(expect.arrayContaining(rowOf('3.7')));
  const joined = openIn((report) => shapes.overTwoPages(report)).filter((open) => !open.includes('/table3/rows/3.7/6'));
  expect(joined.length).toBeGreaterThan(0);
  for (const open of openIn((report) => shapes.overTwoPages(report).replace(/(?<= {5})\d+$/gm, '7')))
    expect(open).toEqual(expect.arrayContaining(rowOf('3.7')));
});

it('ANR-64 figures of two years in one cell, which both add up, are not put together', () => {
  const report = printReport(seeded(900));
  const two = report.table3.map((row) => ({ ...row, cells: ['1 2', '0', '0', '0', '0', '0', '1 2'] }));
  const { table3, undecided } = read(shapes.table4Twice({ ...report, table3: two }));
  expect(table3.rows['3.1']?.[0]).toBeNull();
  expect(undecided).toEqual(expect.arrayContaining(['/table3/rows/3.1/0', '/table3/rows/3.1/6']));
});

it('ANR-65 thousands without quotation marks that can be put together in two ways stay open', () => {
  const report = printReport(seeded(900));
  const unquoted = withRow(report, '3.1', () => ['1', '234', '567', '0', '0', '0', '0', '99']);
  const { table3, undecided } = read(shapes.commas(unquoted, seeded(1)));
  expect(table3.rows['3.1']).toEqual(Array(7).fill(null));
  expect(undecided).toEqual(expect.arrayContaining(rowOf('3.1')));
});

it('ANR-66 a glued row that adds up by accident, where it contradicts the rest as much as another reading, is not decided', () => {
  const cells = (...figures: number[]): Reading => ({ kind: 'cells', cells: figures });
  const total = cells(76, 1, 0, 7, 3, 1, 88);
  // Printed 76 1 9 7 3 1 88, of which 9 should be 0: read as 7 61 9 7 3 1 88 it adds up.
  const rows = settle(
    new Map<string, Reading>([
      ['1', { kind: 'glued', digits: ['761973188'] }],
      ['2', cells(0, 0, 0, 0, 0, 0, 0)],
      ['3.1', total],
      ['3.7', total],
      ['4', cells(0, 0, 0, 0, 0, 0, 0)],
    ]),
  );
  expect(rows.get('1')).not.toContain(61);
});
