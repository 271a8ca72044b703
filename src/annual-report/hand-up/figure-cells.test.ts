import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import { SOUND } from '../check/sound-report.fixture.ts';
import { compileFigures } from '../compile.ts';
import { YEAR_OF_RECORDS } from '../year-records.fixture.ts';
import { addRecords, hasRecords, NO_RECORDS } from './add-records.ts';
import { cellsOfSheet, enteredPointers, recordsOfCells, recordsOfFigures, refuseCells } from './figure-cells.ts';

const CELLS = {
  '/table2/licensing': 12,
  '/table2/feesWan': 88.78248,
  '/table3/rows/1/0': 3,
  '/table3/rows/3.1/0': 2,
  '/table3/rows/4/0': 1,
  '/table4/review/0': 1,
};
const of = (figures: ReturnType<typeof compileFigures>) => ({ ...figures, narrative: [], undecided: [] });

describe('what is entered', () => {
  it('ANR-45 is every cell but the totals: 10 of 表二, 24 rows of six of 表三, 12 of 表四', () => {
    const pointers = enteredPointers(2025);
    expect(pointers).toHaveLength(10 + 24 * 6 + 12);
    expect(pointers.some((pointer) => /\/(3\.7\/\d|rows\/[\d.]+\/6|table4\/\w+\/4)$/.test(pointer))).toBe(false);
    expect(enteredPointers(2020)).toHaveLength(10 + 22 * 6 + 12);
  });

  it('ANR-45 makes the figures of the form, cells that are not named being 0, and money keeps its digits', () => {
    const { table2, table3, table4 } = compileFigures('某局', 2025, recordsOfCells(CELLS, 2025));
    expect(table2).toMatchObject({ licensing: 12, punishment: 0, feesWan: 88.78248 });
    expect(table3.rows['3.7']).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(table4.review).toEqual([1, 0, 0, 0, 1]);
  });

  it('ANR-45 figures that were handed up are the same counts again', () => {
    const figures = compileFigures('某局', 2025, YEAR_OF_RECORDS);
    expect(compileFigures('某局', 2025, recordsOfFigures(figures, 2025))).toEqual(figures);
  });

  it.each([
    ['a total', { '/table3/rows/3.7/0': 1 }, '系统计算的合计'],
    ['a cell that is none', { '/table9/x': 1 }, '/table9/x'],
    ['a negative count', { '/table2/licensing': -1 }, '表二“行政许可”'],
    ['half a decision', { '/table2/punishment': 1.5 }, '表二“行政处罚”'],
    ['no number', { '/table2/punishment': Number.NaN }, '表二“行政处罚”'],
    ['money of seven digits', { '/table2/feesWan': 1.2345678 }, '表二“行政事业性收费”'],
    ['a column that does not balance', { '/table3/rows/1/2': 4, '/table3/rows/3.1/2': 3 }, '科研机构：新收加结转 4'],
  ])('ANR-45 refuses %s by its name', (_, cells, says) =>
    expect(refuseCells(cells, 2025)).toMatchObject({ code: 'ANR-45', says: expect.stringContaining(says) }),
  );

  it('ANR-45 takes what balances', () => expect(refuseCells(CELLS, 2025)).toBeUndefined());
});

describe('a sheet', () => {
  const sheet = of(compileFigures('某局', 2025, YEAR_OF_RECORDS));

  it('ANR-46 gives its cells back', () => {
    const cells = cellsOfSheet(sheet, '某局', 2025);
    if (isRefusal(cells)) throw new Error(cells.says);
    expect(Object.keys(cells)).toEqual(expect.arrayContaining(enteredPointers(2025)));
    expect(compileFigures('某局', 2025, recordsOfCells(cells, 2025)).table3).toEqual(sheet.table3);
  });

  const row = (code: string, figures: readonly (number | null)[]) => ({
    ...sheet,
    table3: { ...sheet.table3, rows: { ...sheet.table3.rows, [code]: figures } },
  });
  it.each([
    ['of another year', { ...sheet, year: 2024 }, '2024 年度'],
    ['without a year', { ...sheet, year: null }, '没有写明'],
    ['with a blank cell', row('3.1', [5, null, 0, 0, 0, 0, 5]), '“（一）予以公开”行“商业企业”'],
    ['that counts in persons', { ...sheet, misprints: { '/table3/rows/1/6': '5人' } }, '写“5人”'],
    ['without 表二', { ...sheet, table2: null }, '表二“规章”本年制发件数'],
    ['whose total is not that of its cells', row('3.1', [5, 0, 0, 0, 0, 0, 6]), '写 6，相加是 5'],
  ])('ANR-46 refuses one %s, in words', (_, report, says) =>
    expect(cellsOfSheet(report, '某局', 2025)).toMatchObject({ code: 'ANR-46', says: expect.stringContaining(says) }),
  );

  it.each([
    ['of another agency', { ...sheet, unit: '某乡人民政府' }, 'ANR-54', '“某乡人民政府”的'],
    ['of nobody', { ...sheet, unit: null }, 'ANR-54', '没有写明是哪个单位的'],
    [
      'with a negative count',
      row('2', [-1, 0, 0, 0, 0, 0, -1]),
      'ANR-45',
      '“二、上年结转政府信息公开申请数量”行“自然人”',
    ],
    ['with half an application', row('2', [1.5, 0, 0, 0, 0, 0, 1.5]), 'ANR-45', '不是非负整数'],
    ['that does not balance', row('2', [2, 0, 0, 0, 0, 0, 2]), 'ANR-45', '表三不平衡'],
  ])('ANR-54 refuses one %s, as handing it up would', (_, report, code, says) =>
    expect(cellsOfSheet(report, '某局', 2025)).toMatchObject({ code, says: expect.stringContaining(says) }),
  );

  it('ANR-54 the name of the agency may be broken by its layout', () =>
    expect(isRefusal(cellsOfSheet({ ...sheet, unit: '某 局' }, '某局', 2025))).toBe(false));

  it('ANR-46 reads a published report of the form as well', () =>
    expect(isRefusal(cellsOfSheet(SOUND, SOUND.unit!, SOUND.year!))).toBe(false));
});

describe('cell by cell', () => {
  it('ANR-48 sums records and what was entered', () => {
    const twice = addRecords([YEAR_OF_RECORDS, recordsOfCells(CELLS, 2025), YEAR_OF_RECORDS]);
    expect(twice).toMatchObject({
      normativeDocuments: { made: 10, repealed: 8, valid: 8 },
      decisions: { licensing: 252, fee: 2 * 1_234_500 + 88_782_480 },
      review: [3, 0, 0, 2],
      published: { items: 80 },
    });
    expect(twice.applications['1']).toEqual([19, 2, 0, 0, 0, 0]);
  });

  it('ANR-48 knows whether anything was counted at all', () => {
    expect(hasRecords(NO_RECORDS)).toBe(false);
    expect(hasRecords({ ...NO_RECORDS, supervision: { ...NO_RECORDS.supervision, trainings: 2 } })).toBe(false);
    expect(hasRecords({ ...NO_RECORDS, applications: { '1': [0, 0, 0, 0, 0, 0] } })).toBe(false);
    expect(hasRecords({ ...NO_RECORDS, interactions: { ...NO_RECORDS.interactions, post: 10 } })).toBe(true);
  });
});
