import { expect, it } from 'vitest';
import { yearFrom } from './year-from.ts';

it.each([
  ['2008', 2008],
  ['2027', 2027],
  ['2099', 2099],
  ['2007', 2026],
  ['1999', 2026],
  ['20240', 2026],
  ['next', 2026],
  [null, 2026],
])('an address that asks for the year “%s” shows %s', (asked, year) => {
  expect(yearFrom(asked, '2026-11-26')).toBe(year);
});
