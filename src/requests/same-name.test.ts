import { expect, it } from 'vitest';
import { isSameName } from './info-request.ts';

const one = { applicantKind: 'natural', name: '张小满' } as const;

it('FEE-16 blanks, full width and the order of those who apply together make no other name; a letter, a kind or one more does', () => {
  expect(isSameName(one, { ...one, name: ' 张 小满 ' })).toBe(true);
  expect(isSameName({ ...one, name: 'Ａnna' }, { ...one, name: 'ANNA' })).toBe(true);
  expect(isSameName({ ...one, together: ['甲', '乙'] }, { ...one, together: ['乙', '甲'] })).toBe(true);
  for (const other of [
    { ...one, name: '张小蛮' },
    { ...one, applicantKind: 'commercial' } as const,
    { ...one, together: ['甲'] },
  ])
    expect(isSameName(one, other)).toBe(false);
});
