import { expect, it } from 'vitest';
import { isFigure, sumAt, unbalanced } from './figure-sums.ts';

const POINTERS = ['1', '2', '3.1', '3.4.1', '4']
  .flatMap((code) => [0, 1, 2, 3, 4, 5].map((i) => `/table3/rows/${code}/${i}`))
  .concat([0, 1, 2, 3].map((i) => `/table4/review/${i}`));
const ENTERED = {
  '/table3/rows/1/0': '4',
  '/table3/rows/3.1/0': '3',
  '/table3/rows/4/0': '1',
  '/table3/rows/3.4.1/1': '2',
};

it('ANR-45 totals follow what is entered, across and down', () => {
  expect(sumAt('/table3/rows/1/6', ENTERED, POINTERS)).toBe(4);
  expect(sumAt('/table3/rows/3.7/0', ENTERED, POINTERS)).toBe(3);
  expect(sumAt('/table3/rows/3.7/6', ENTERED, POINTERS)).toBe(5);
  expect(sumAt('/table4/review/4', { '/table4/review/1': '2', '/table4/review/3': '1' }, POINTERS)).toBe(3);
});

it('ANR-45 the column that does not balance is named by its place', () =>
  expect(unbalanced(ENTERED, POINTERS)).toEqual([1]));

it('ANR-45 counts have no point, money has six digits behind it', () => {
  expect(['12', '', '1.5', '-1', '１'].filter((typed) => isFigure('/table2/licensing', typed))).toEqual(['12', '']);
  expect(['88.78248', '1.1234567'].filter((typed) => isFigure('/table2/feesWan', typed))).toEqual(['88.78248']);
});
