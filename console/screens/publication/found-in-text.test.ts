import { describe, expect, it } from 'vitest';
import { stretchesOf } from './found-in-text.ts';

const found = (text: string, says: string) => stretchesOf(text, says).map(({ start, end }) => text.slice(start, end));

describe('查出的在哪里', () => {
  it('REV-29 a word is found in the words around it, each time they stand there', () => {
    const says = '有易错词“帐户”：“10日前打入本人帐户。”';
    expect(found('每月10 日前打入本人帐户。另一个帐户。', says)).toEqual(['帐户']);
    expect(found('10日前打入本人帐户。10日前打入本人帐户。', says)).toEqual(['帐户', '帐户']);
    expect(found('改成了账户。', says)).toEqual([]);
  });

  it('REV-29 a number that is told without its middle is found whole, whatever its width and its gaps', () => {
    const says = '有手机号：“联系人电话138****1111，”。';
    expect(found('联系人电话１３８ 0000 1111，每天', says)).toEqual(['１３８ 0000 1111']);
  });

  it('REV-29 signs of the text are no patterns, and what quotes nothing is nowhere', () => {
    expect(found('见附表(1)[续]', '有易错词“附表(1)”：“见附表(1)[续]”。')).toEqual(['附表(1)']);
    expect(found('第 1 个表格', '第 1 个表格没有表头。')).toEqual([]);
  });
});
