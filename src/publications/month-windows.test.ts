import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { monthWindows } from './month-windows.ts';

const days = (first: string, recent: string, last: string) => ({
  first: civil(first),
  recent: civil(recent),
  last: civil(last),
});

it('PUB-25 goes back in windows that double, over every month once', () => {
  expect(monthWindows(days('2023-10-31', '2024-03-01', '2024-03-01'))).toEqual([
    ['2024-03'],
    ['2024-02', '2024-01'],
    ['2023-12', '2023-11', '2023-10'],
  ]);
  expect(monthWindows(days('2023-10-31', '2023-12-31', '2024-01-01'))).toEqual([
    ['2024-01', '2023-12'],
    ['2023-11', '2023-10'],
  ]);
});

it('PUB-25 stays within a year', () => {
  expect(monthWindows(days('2019-03-05', '2024-02-01', '2024-02-28'), 2024)).toEqual([['2024-02'], ['2024-01']]);
  expect(monthWindows(days('2019-03-05', '2020-12-20', '2021-12-30'), 2021)).toHaveLength(1);
  expect(
    monthWindows(days('2019-03-05', '2019-12-20', '2019-12-30'), 2019)
      .flat()
      .at(-1),
  ).toBe('2019-03');
  expect(monthWindows(days('2019-03-05', '2019-03-05', '2020-12-30'), 2021)).toEqual([]);
});
