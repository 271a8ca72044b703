import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFigures } from './compile.ts';
import { formatFor, resultRows } from './form.ts';
import { resolveText, unknownChips } from './live-figures.ts';
import { suggestNarrative } from './suggest-narrative.ts';
import { YEAR_OF_RECORDS } from './year-records.fixture.ts';

describe('compileFigures', () => {
  const figures = compileFigures('示例县人民政府', 2024, YEAR_OF_RECORDS);

  it('ANR-2 computes every total and leaves no cell blank', () => {
    expect(figures.table3.rows['1']).toEqual([8, 1, 0, 0, 0, 0, 9]);
    expect(figures.table3.rows['3.7']).toEqual([8, 1, 0, 0, 0, 0, 9]);
    expect(Object.keys(figures.table3.rows)).toHaveLength(25);
    expect(Object.values(figures.table3.rows).flat()).not.toContain(null);
    expect(figures.table4.review).toEqual([1, 0, 0, 1, 2]);
    expect(figures.table2?.feesWan).toBe(1.2345);
  });

  it('ANR-2 whatever the records, columns add up to （七）总计 and rows to 总计', () => {
    const codes = resultRows(formatFor(2024)).map((row) => row.code);
    const row = fc.array(fc.nat(5_000), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...codes), row), (applications) => {
        const { rows } = compileFigures('县', 2024, { ...YEAR_OF_RECORDS, applications }).table3;
        for (let c = 0; c < 7; c += 1) {
          const sum = codes.reduce((a, code) => a + (rows[code]?.[c] ?? 0), 0);
          expect(rows['3.7']?.[c]).toBe(sum);
        }
        for (const r of Object.values(rows)) expect(r?.slice(0, 6).reduce((a, b) => a! + b!, 0)).toBe(r?.[6]);
      }),
    );
  });
});

describe('live figures', () => {
  const figures = compileFigures('示例县人民政府', 2024, YEAR_OF_RECORDS);

  it('ANR-3 the suggested text has the figures of the records and says how many items stand twice', () => {
    const text = suggestNarrative(2024, YEAR_OF_RECORDS)
      .map((section) => resolveText(section.text, YEAR_OF_RECORDS, figures))
      .join('\n');
    expect(text).toContain('主动公开政府信息40条（其中 3 条同时列入两个栏目');
    expect(text).toContain('新收政府信息公开申请9件，上年结转1件；办结9件，结转下年度继续办理1件');
    expect(text).toContain('行政复议2件、行政诉讼1件');
    expect(text).toContain('未收取信息处理费');
    expect(text).not.toMatch(/[{}]/);
  });

  it('ANR-3 a figure that does not exist is named, not guessed', () => {
    expect(unknownChips('收到{requests.received}件，其中{requests.recieved}件')).toEqual(['requests.recieved']);
    expect(resolveText('{no.such}', YEAR_OF_RECORDS, figures)).toBe('{no.such}');
  });
});
