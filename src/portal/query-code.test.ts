import { describe, expect, it } from 'vitest';
import { asQueryCode, newQueryCode } from './query-code.ts';

describe('query code', () => {
  it('PRT-4 is twelve characters nobody confuses, and another each time', () => {
    const codes = Array.from({ length: 200 }, newQueryCode);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it.each([
    ['abcd efgh jkmn', 'ABCD-EFGH-JKMN'],
    ['ABCDEFGHJKMN', 'ABCD-EFGH-JKMN'],
    ['ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ', 'ABCD-EFGH-JKMN'],
    ['', ''],
  ])('PRT-4 is understood as people type it: %s', (typed, code) => {
    expect(asQueryCode(typed)).toBe(code);
  });
});
