import { expect, it } from 'vitest';
import { readTypedDate } from './typed-date.ts';

it.each([
  ['2023-05-04', '2023-05-04'],
  ['2023/5/4', '2023-05-04'],
  ['2023.5.4', '2023-05-04'],
  ['2023年5月4日', '2023-05-04'],
  ['２０２３年５月４日 ', '2023-05-04'],
  ['20230504', '2023-05-04'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2023-13-01', undefined],
  ['5月4日', undefined],
  ['45050', undefined],
  ['', undefined],
])('CAL-3 “%s” is read as %s', (typed, day) => expect(readTypedDate(typed)).toBe(day));
