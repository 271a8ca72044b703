import { describe, expect, it } from 'vitest';
import { compileFigures } from '../compile.ts';
import { NO_RECORDS } from './add-records.ts';
import { differencesOf, differenceTold, notYetAnswered, refuseDiffering } from './differences.ts';
import { recordsOfCells } from './figure-cells.ts';

const figures = (cells: Record<string, number>) => compileFigures('某局', 2025, recordsOfCells(cells, 2025));
const ENTERED = figures({ '/table2/licensing': 7, '/table3/rows/1/0': 2, '/table3/rows/3.1/0': 2 });

describe('entered figures against records', () => {
  it('ANR-52 nothing differs where nothing is recorded', () => {
    expect(differencesOf(ENTERED, compileFigures('某局', 2025, NO_RECORDS), 2025)).toEqual([]);
  });

  it('ANR-52 as soon as one cell is recorded, every cell that differs is told, and no total', () => {
    const recorded = figures({ '/table2/licensing': 7, '/table3/rows/1/0': 3, '/table3/rows/4/0': 3 });
    expect(differencesOf(ENTERED, recorded, 2025)).toEqual([
      { where: '/table3/rows/1/0', entered: 2, recorded: 3 },
      { where: '/table3/rows/3.1/0', entered: 2, recorded: 0 },
      { where: '/table3/rows/4/0', entered: 0, recorded: 3 },
    ]);
    expect(differencesOf(recorded, recorded, 2025)).toEqual([]);
  });

  it('ANR-52 the refusal names the cells, ten at most', () => {
    const many = differencesOf(
      ENTERED,
      figures(
        Object.fromEntries(
          [...Array(6)].flatMap((_, i) => [
            [`/table3/rows/1/${i}`, 9],
            [`/table3/rows/4/${i}`, 9],
          ]),
        ),
      ),
      2025,
    );
    expect(refuseDiffering('某局', many).says).toContain(`等 ${many.length} 格`);
    expect(many.length).toBeGreaterThan(10);
  });

  it('ANR-53 a reason answers what it was given for: another record is another question', () => {
    const answered = [{ where: '/table2/licensing', entered: 7, recorded: 5 }];
    expect(notYetAnswered(answered, answered)).toEqual([]);
    const now = [{ where: '/table2/licensing', entered: 7, recorded: 6 }];
    expect(notYetAnswered(now, answered).map(differenceTold)).toEqual(['表二“行政许可”：录入 7，记录 6']);
  });
});
