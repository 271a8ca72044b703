import { describe, expect, it } from 'vitest';
import { typedDay } from './typed-day.ts';

describe('a day as it is typed', () => {
  it.each([
    ['2026-12-20', '2026-12-20'],
    ['20261220', '2026-12-20'],
    ['２０２６年１２月２０日', '2026-12-20'],
    ['2026/02/28 ', '2026-02-28'],
    ['', ''],
    // A day that goes on, one that is not, and one with its weekday, which stood there before.
    ['2026-12-2', null],
    ['2026-02-30', null],
    ['2026-12-20 周日', null],
  ])('“%s” is %s', (typed, day) => expect(typedDay(typed)).toBe(day));
});
