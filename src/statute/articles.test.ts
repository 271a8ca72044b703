import { expect, it } from 'vitest';
import { art, inChinese } from './articles.ts';

it.each([
  [1, '一'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [36, '三十六'],
  [56, '五十六'],
])('writes %i as %s', (n, text) => expect(inChinese(n)).toBe(text));

it('cites article, paragraph and item the way a letter does', () => {
  expect(art(36, { item: 4 })).toBe('《条例》第三十六条第（四）项');
  expect(art(33, { paragraph: 2 })).toBe('《条例》第三十三条第二款');
});
