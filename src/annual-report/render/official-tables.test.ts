import { describe, expect, it } from 'vitest';
import type { PaperTable } from '../../statute/paper.ts';
import { APPLICANT_COLUMNS, formatFor } from '../form.ts';
import type { ReportFigures } from '../report.ts';
import { printed, table2, table3, table4 } from './official-tables.ts';

const figures: ReportFigures = {
  unit: '示例县人民政府',
  year: 2024,
  format: '2021',
  table2: {
    regulations: { made: 0, repealed: 0, valid: 0 },
    normativeDocuments: { made: 5, repealed: 4, valid: 4 },
    licensing: 13704,
    punishment: 486,
    coercion: 0,
    feesWan: 88.78248,
  },
  table3: {
    columns: APPLICANT_COLUMNS,
    rows: Object.fromEntries(formatFor(2024).rows.map((row, i) => [row.code, [i, 0, 0, 0, 0, 0, i]])),
  },
  table4: { review: [5, 2, 0, 0, 7], directLitigation: [0, 0, 0, 0, 0], postReviewLitigation: [0, 0, 0, 0, 0] },
};

/** Width of every row once spans are laid out; throws where two cells would overlap. */
function widths(table: PaperTable): number[] {
  const grid: boolean[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    for (const cell of row) {
      let c = 0;
      while (grid[r]![c]) c += 1;
      for (let dr = 0; dr < (cell.rowspan ?? 1); dr += 1)
        for (let dc = 0; dc < (cell.colspan ?? 1); dc += 1) {
          if (grid[r + dr]![c + dc]) throw new Error(`cells overlap in row ${r + dr}`);
          grid[r + dr]![c + dc] = true;
        }
    }
  });
  return grid.map((row) => row.filter(Boolean).length);
}

describe('official tables', () => {
  it.each([
    ['表二', table2(figures)!],
    ['表三', table3(figures)],
    ['表四', table4(figures)],
  ])('ANR-1 %s: merged cells fill every row exactly', (_, table) => {
    expect(new Set(widths(table))).toEqual(new Set([table.columns]));
  });

  it('ANR-1 表三 has 25 rows of seven figures in the order of the form', () => {
    const body = table3(figures).rows.slice(3);
    expect(body).toHaveLength(25);
    expect(body.map((row) => row.filter((cell) => cell.figure).length)).toEqual(Array(25).fill(7));
    expect(body.at(-1)!.find((cell) => cell.figure)!.figure).toBe('/table3/rows/4/0');
  });

  it('ANR-1 the trial format prints （六） as one row', () => {
    const trial = { ...figures, year: 2020, format: '2019-trial' as const, table2: null };
    const rows = Object.fromEntries(formatFor(2020).rows.map((row) => [row.code, [0, 0, 0, 0, 0, 0, 0]]));
    const table = table3({ ...trial, table3: { columns: APPLICANT_COLUMNS, rows } });
    expect(new Set(widths(table))).toEqual(new Set([10]));
    expect(table2(trial)).toBeUndefined();
  });

  it('ANR-1 prints a published report of any year, and （六） as one row where it was printed so', () => {
    const { table3: t3 } = figures;
    const none = { '3.6.1': null, '3.6.2': null, '3.6.3': null };
    const read = {
      ...figures,
      year: 2017,
      table3: { ...t3, rows: { ...t3.rows, ...none, '3.6': [1, 0, 0, 0, 0, 0, 1] } },
    };
    const table = table3(read);
    expect(new Set(widths(table))).toEqual(new Set([10]));
    const labels = table.rows.flatMap((row) => row.flatMap(({ head, text }) => (head === 'row' ? [text] : [])));
    expect(labels).toContain('（六）其他处理');
    expect(labels).not.toContain('3.其他');
  });

  it('ANR-1 prints fees with every decimal and never in exponents', () => {
    expect(printed(88.78248)).toBe('88.78248');
    expect(printed(0.000001)).toBe('0.000001');
    expect(printed(7545)).toBe('7545');
    expect(printed(null)).toBe('');
  });
});
