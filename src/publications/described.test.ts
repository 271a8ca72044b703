import { expect, it } from 'vitest';
import { queriesIn } from './described.ts';

it('looks first for titles and numbers, then for the longest pieces of a description', () => {
  expect(queriesIn('申请公开《示例县农村公路养护管理办法》和示政发〔2024〕12号的制定依据，2023 年。')).toEqual([
    '示例县农村公路养护管理办法',
    '示政发〔2024〕12号',
    '制定依据',
    '示政发',
  ]);
  expect(queriesIn('你好')).toEqual([]);
});
