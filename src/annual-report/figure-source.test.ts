import { describe, expect, it } from 'vitest';
import { sourceOf } from './figure-source.ts';
import { formatFor } from './form.ts';
import { LIVE_FIGURES } from './live-figures.ts';

describe('取数口径', () => {
  it('ANR-7 every row of the form and every live figure says where it comes from, and on what basis', () => {
    const cells = formatFor(2024).rows.map(({ code }) => `/table3/rows/${code}/6`);
    for (const name of [...cells, ...Object.keys(LIVE_FIGURES)]) {
      const source = sourceOf(name, 2024)!;
      expect([name, source.says]).toEqual([name, expect.stringMatching(/2024 年.*。$/)]);
      expect(source.basis).toMatch(/《|〔/);
      expect(source.term).not.toBe('');
    }
  });

  it('ANR-7 a column names its applicants, a total names all', () => {
    expect(sourceOf('/table3/rows/3.1/4', 2024)).toEqual({
      cell: '/table3/rows/3.1/4',
      term: '三、本年度办理结果 （一）予以公开：法律服务机构',
      says: '答复日或者办结记录在 2024 年、处理结果为这一项的申请。只计申请人为“法律服务机构”的。',
      basis: '《条例》第三十六条第（二）项',
      wanted: { room: 'requests', row: '3.1', column: 4 },
    });
    expect(sourceOf('/table3/rows/1/6', 2024)?.says).toBe('收到申请之日在 2024 年的申请。各类申请人合计。');
  });

  it('ANR-7 a live figure that repeats a cell has the records of the cell', () => {
    expect(sourceOf('normative.valid', 2024)?.wanted).toEqual(
      sourceOf('/table2/normativeDocuments/valid', 2024)?.wanted,
    );
    expect(sourceOf('requests.closed', 2024)?.wanted).toEqual({ room: 'requests', row: '3.7', column: 6 });
  });

  it.each([
    '',
    '/',
    '/table1/x',
    '/table2/valid',
    '/table2/regulations/kept',
    '/table2/toString/made',
    '/table3/rows/9.9/0',
    '/table3/rows/3.1/7',
    '/table3/rows/3.1/-1',
    '/table3/rows/3.1',
    '/table4/review/5',
    '/table4/other/0',
    'published.nothing',
    'constructor',
  ])('ANR-7 “%s” is no figure of the report', (figure) => {
    expect(sourceOf(figure, 2024)).toBeUndefined();
  });

  it('ANR-1 the trial format has one row for （六）, today’s has three', () => {
    expect(sourceOf('/table3/rows/3.6/6', 2020)).toBeDefined();
    expect(sourceOf('/table3/rows/3.6/6', 2021)).toBeUndefined();
    expect(sourceOf('/table3/rows/3.6.1/6', 2020)).toBeUndefined();
  });
});
