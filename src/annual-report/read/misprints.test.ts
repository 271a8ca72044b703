/** 印错的数: what is clear on the page and can be no count is read as it stands there, and the check names it. */
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../test/support/report-layouts/layouts.ts';
import { type PrintedReport, printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { publishedReport } from '../../../test/support/report-layouts/published-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { checkReport } from '../check/check-report.ts';
import { reportCsv } from '../render/report-csv.ts';
import { reportJson } from '../render/report-json.ts';
import type { Report } from '../report.ts';
import { readReport } from './read-report.ts';

const SEED = 7;
const report = printReport(seeded(SEED));
/** Every cell of 一 and 表四 that is printed wrong, by what is printed. */
const printed = (third: string, fourth: string): PrintedReport => ({
  ...report,
  table3: report.table3.map((row) => (row.code === '1' ? { ...row, cells: row.cells.with(1, third) } : row)),
  table4: report.table4.with(2, fourth),
});
const read = (text: string): Report => {
  const reading = readReport(new TextEncoder().encode(text));
  if (isRefusal(reading)) throw new Error(reading.says);
  return reading;
};
const page = (layout: string, given: PrintedReport) =>
  LAYOUTS.find(({ name }) => name === layout)!.print(given, seeded(SEED));

describe('ANR-73 what can be no count', () => {
  it.each([
    ['web page', '-1', '1.5'],
    ['web page from Word', '－2', '3人'],
    ['Markdown', '3人', '-12'],
    ['tabs', '1.5', '2户'],
    ['cell per line with pipes', '12.5', '-1'],
    ['blanks between', '-1', '2.5'],
    ['flow', '1.5', '-3'],
    ['sheet saved as text', '-4', '0.5'],
  ])('in a %s is read as printed, %s and %s, and named', (layout, third, fourth) => {
    const reading = read(page(layout, printed(third, fourth)));
    const pointers = ['/table3/rows/1/1', '/table4/review/2'];
    const value = (text: string) => Number.parseFloat(text.replace('－', '-'));
    expect(reading.undecided.filter((pointer) => pointers.includes(pointer))).toEqual([]);
    expect([reading.table3.rows['1']![1], reading.table4.review[2]]).toEqual([value(third), value(fourth)]);
    expect(Object.keys(reading.misprints ?? {}).sort()).toEqual(pointers);
    const named = checkReport(reading).filter(({ code }) => code === 'NONNEG_INT');
    expect(named.map(({ severity, where }) => `${severity} ${where}`).sort()).toEqual(
      pointers.map((where) => `error ${where}`),
    );
    expect(named.map(({ says }) => says).join()).toContain(`填了 ${third}，件数应是不小于 0 的整数`);
  });

  it.each(['约14', '6.196', '—1', '1?', '35/36', '二三十'])('%s is not clear and stays open', (third) => {
    const reading = read(page('web page', printed(third, '0')));
    expect(reading.undecided).toContain('/table3/rows/1/1');
    expect(reading.misprints).toBeUndefined();
  });

  it.each(['1\ue0052', '\ufffd7'])(
    'ANR-76 a figure with a letter of no name, %j, stays open, in a cell as in a line',
    (third) => {
      for (const layout of ['web page', 'blanks between']) {
        const reading = read(page(layout, printed(third, '0')));
        expect(reading.undecided).toContain('/table3/rows/1/1');
      }
    },
  );

  it('a line between figures is no sign of a negative one', () => {
    const row = report.table3.find(({ code }) => code === '1')!;
    const page = `${row.label}-${row.cells.join('-')}`;
    expect(read(`二、主动公开\n三、收到和处理政府信息公开申请情况\n${page}\n`).misprints).toBeUndefined();
  });

  it('goes out as data as it was printed, and comes back', () => {
    const wrong: Report = {
      ...publishedReport(report),
      misprints: { '/table3/rows/1/1': '3人', '/table4/review/2': '-1' },
    };
    const figures = {
      table3: { ...wrong.table3, rows: { ...wrong.table3.rows, '1': wrong.table3.rows['1']!.with(1, 3) } },
      table4: { ...wrong.table4, review: wrong.table4.review.with(2, -1) },
    };
    for (const write of [reportJson, reportCsv]) {
      const { misprints, table3, table4 } = read(write({ ...wrong, ...figures }));
      expect({ misprints, table3: table3.rows['1'], table4 }).toEqual({
        misprints: wrong.misprints,
        table3: figures.table3.rows['1'],
        table4: figures.table4,
      });
    }
  });
});
