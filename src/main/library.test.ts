import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportPaper } from '../annual-report/render/report-paper.ts';
import { YEAR_OF_RECORDS } from '../annual-report/year-records.fixture.ts';
import { paperDocx } from '../platform/papers/docx.ts';
import { isRefusal } from '../statute/refusal.ts';
import { checkReport, compileReport, readReport } from './library.ts';

describe('the library', () => {
  const compiled = compileReport('示例县人民政府', 2024, YEAR_OF_RECORDS);

  it('ANR-30 compiles, and reads back from Word what it compiled', async () => {
    const file = await paperDocx(reportPaper(compiled, '示例县人民政府2024年政府信息公开工作年度报告'));
    const read = await readReport(file);
    if (isRefusal(read)) throw new Error(read.says);
    expect({ ...read, narrative: [] }).toEqual({ ...compiled, narrative: [] });
    expect(read.narrative.map(({ text }) => text).join('')).toContain('新收政府信息公开申请9件');
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

  it('ANR-31 gives a refusal for what is no report', async () => {
    expect(await readReport(Buffer.alloc(0))).toMatchObject({ code: 'REPORT_EMPTY', says: expect.any(String) });
  });

  it('is what the package exports, built from this file', () => {
    const root = new URL('../../', import.meta.url);
    const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(exports['.']).toBe('./dist/server/library.js');
    expect(readFileSync(new URL('build.mjs', root), 'utf8')).toContain("library: 'src/main/library.ts'");
    const documented = readFileSync(new URL('docs/library.md', root), 'utf8');
    for (const name of ['readReport', 'checkReport', 'compileReport']) expect(documented).toContain(`### ${name}`);
  });
});
