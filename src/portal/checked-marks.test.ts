import { expect, it } from 'vitest';
import { checkReport } from '../annual-report/check/check-report.ts';
import { SOUND, withRow } from '../annual-report/check/sound-report.fixture.ts';
import type { Report } from '../annual-report/report.ts';
import { marksOf } from './checked-marks.ts';

const marked = (report: Report) =>
  [...marksOf(report, checkReport(report, { kind: 'read' }))].map(([cell, mark]) => `${mark} ${cell}`);

it('PRT-9 marks nothing in a sound report', () => {
  expect(marked(SOUND)).toEqual([]);
});

it('PRT-9 marks the row that does not add up and the totals of the columns it breaks, and nothing else', () => {
  const cells = marked(withRow('3.2', [9, 0, 0, 0, 1, 0, 5]));
  expect(cells.filter((cell) => cell.includes('/3.2/'))).toHaveLength(7);
  expect(cells).toContain('faulty /table3/rows/3.7/0');
  expect(cells.filter((cell) => !/\/(3\.2|3\.7)\//.test(cell))).toEqual([]);
});

it('PRT-9 marks what could not be settled, a cell or a whole row, as undecided and not as faulty', () => {
  const cells = marked({
    ...withRow('3.4.1', [null, null, null, null, null, null, null]),
    undecided: ['/table3/rows/3.4.1', '/table4/review/0'],
  });
  expect(cells.filter((cell) => cell.startsWith('undecided /table3/rows/3.4.1/'))).toHaveLength(7);
  expect(cells).toContain('undecided /table4/review/0');
});
