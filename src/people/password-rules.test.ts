import { describe, expect, it } from 'vitest';
import { checkPassword } from './password-rules.ts';

describe('password', () => {
  it.each([
    ['nine-char', '不足'],
    ['abababababab', '重复'],
    ['Anquan-2026-x', '登录名'],
    ['方正言的密码很长很长', '登录名'],
  ])('SEC-4 %s is not taken', (password, why) => {
    const [issue] = checkPassword(password, ['anquan', '方正言']);
    expect(issue).toMatchObject({ code: 'SEC-4', where: '/password', says: expect.stringContaining(why) });
  });

  it('SEC-4 ten characters without the name are enough, whatever their kind', () => {
    expect(checkPassword('十个汉字也是可以的哦', ['anquan'])).toEqual([]);
    expect(checkPassword('correct horse', ['anquan', ''])).toEqual([]);
  });
});
