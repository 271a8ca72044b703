import { readFileSync } from 'node:fs';
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { reportJson } from '../annual-report/render/report-json.ts';
import { REPORT_SCHEMA } from '../annual-report/report-schema.ts';
import { YEAR_OF_RECORDS } from '../annual-report/year-records.fixture.ts';
import {
  checkReport,
  compareReports,
  compileReport,
  rankReports,
  readReport,
  reportSchema,
  writeReport,
} from './library.ts';

describe('the library', () => {
  const compiled = compileReport('示例县人民政府', 2024, YEAR_OF_RECORDS);

  it.each([
    ['/decisions', { decisions: { licensing: 1, coercion: 0, fee: 0 } }],
    ['/applications/1/0', { applications: { '1': [-2, 0, 0, 0, 0, 0] } }],
    ['/applications/1', { applications: { '1': [1, 0, 0, 0, 0] } }],
    ['/applications/9.9', { applications: { '9.9': [0, 0, 0, 0, 0, 0] } }],
    ['/review/1', { review: [1, 1.5, 0, 0] }],
  ])('ANR-2 records that are not as they should be are refused by their place: %s', (at, spoilt) => {
    const records = { ...YEAR_OF_RECORDS, ...spoilt } as typeof YEAR_OF_RECORDS;
    expect(() => compileReport('示例县人民政府', 2024, records)).toThrow(`YearRecords 的“${at}”不对`);
  });

  it('ANR-82 what is no report and no file is refused in words, and so is a refusal that nobody looked at', async () => {
    const refused = await readReport(new Uint8Array());
    for (const wrong of [undefined, null, {}, [], 'text', 42, { table3: {} }]) {
      expect(() => checkReport(wrong as never)).toThrow('应当是年度报告');
      expect(() => checkReport(compiled, { previous: wrong ?? ({} as never) } as never)).toThrow('应当是年度报告');
      expect(() => compareReports([compiled, wrong as never])).toThrow('compareReports 的第 2 份：应当是年度报告');
      await expect(readReport(wrong as never)).rejects.toThrow('应当是文件的内容（Uint8Array）');
    }
    expect(() => checkReport(refused as never)).toThrow('给的是读不了的原因（文件是空的');
    expect(() => writeReport(refused as never, 'docx')).toThrow(TypeError);
    expect(() => compareReports(compiled as never)).toThrow('应当是年度报告的数组');
    for (const [unit, year] of [
      ['', 2024],
      [5, 2024],
      ['示例县人民政府', '2024'],
      ['示例县人民政府', 2024.5],
    ] as const)
      expect(() => compileReport(unit as string, year as number, YEAR_OF_RECORDS)).toThrow('机关名称和年度（整数）');
  });

  it('ANR-34 a kind of file it does not write, and a year without a form, are said', () => {
    expect(() => writeReport(compiled, 'doc' as 'docx')).toThrow('不会写“doc”，可以是 ');
    expect(() => compileReport('示例县人民政府', 2018, YEAR_OF_RECORDS)).toThrow('2018 年度没有全国统一的年度报告格式');
  });

  it('ANR-34 compiles, and reads back from Word what it compiled', async () => {
    const read = await readReport(await writeReport(compiled, 'docx'));
    expect(read).toEqual(compiled);
  });

  it.each([
    '青岚县农业农村局（县乡村振兴局）',
    '青岚县“一网统管”中心',
    '青岚县2号工程指挥部',
    '青岚县A&B‘测试’局',
    '青岚县促进中小企业和民营经济发展综合协调领导小组及优化营商环境工作专班联合办公室',
  ])('ANR-34 the name of the agency is read back as it was written: %s', async (unit) => {
    for (const kind of ['docx', 'xlsx', 'pdf'] as const)
      expect([kind, await readReport(await writeReport({ ...compiled, unit }, kind))]).toMatchObject([kind, { unit }]);
  });

  it('ANR-34 a report written as JSON fits the published schema, which knows every field of it', () => {
    expect(Value.Check(reportSchema as typeof REPORT_SCHEMA, JSON.parse(reportJson(compiled)))).toBe(true);
    expect(Value.Check(REPORT_SCHEMA, { ...compiled, secret: 1 })).toBe(false);
    const row = compiled.table3.rows['1']!.slice(1);
    const rows = { ...compiled.table3.rows, '1': row };
    expect(Value.Check(REPORT_SCHEMA, { ...compiled, table3: { ...compiled.table3, rows } })).toBe(false);
  });

  it('ANR-10 finds what was broken in a report, and nothing in the figures it compiled', () => {
    const figuresOf = (report: typeof compiled) =>
      checkReport(report)
        .filter(({ severity, code }) => severity === 'error' && /^T[34]/.test(code))
        .map(({ code, where }) => [code, where]);
    expect(figuresOf(compiled)).toEqual([]);
    const review = compiled.table4.review.with(4, 99);
    expect(figuresOf({ ...compiled, table4: { ...compiled.table4, review } })).toContainEqual([
      'T4_SUM',
      '/table4/review/4',
    ]);
  });

  it('ANR-36 compares two years, with the time to answer where it is known', () => {
    const comparison = compareReports([compiled, { ...compiled, year: 2023 }], { workdays: [12, 15] });
    expect(comparison.subjects.map(({ year }) => year)).toEqual([2023, 2024]);
    const places = rankReports(comparison, 'time.median')!.years.map(({ places }) => places.map(({ value }) => value));
    expect(places).toEqual([[15], [12]]);
  });

  it('ANR-31 gives a refusal for what is no report', async () => {
    expect(await readReport(Buffer.alloc(0))).toMatchObject({ code: 'REPORT_EMPTY', says: expect.any(String) });
  });

  it('is what the package exports, built from this file', () => {
    const root = new URL('../../', import.meta.url);
    const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(exports['.']).toEqual({ types: './dist/types/main/library.d.ts', default: './dist/server/library.js' });
    expect(readFileSync(new URL('build.mjs', root), 'utf8')).toContain("library: 'src/main/library.ts'");
    const documented = readFileSync(new URL('docs/library.md', root), 'utf8');
    for (const name of ['readReport', 'checkReport', 'compileReport', 'writeReport', 'compareReports', 'rankReports'])
      expect(documented).toContain(`### ${name}`);
  });
});
