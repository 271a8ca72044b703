import { describe, expect, it } from 'vitest';
import { checkPassword } from './password-rules.ts';

describe('password', () => {
  it.each([
    ['nine-char', '不足'],
    ['abababababab', '重复'],
    ['Anquan-2026-x', '登录名'],
    ['方正言的密码很长很长', '登录名'],
    ...[
      '1234567890',
      'qwertyuiop',
      'Password123!',
      'P@ssw0rd2024',
      'Admin@12345',
      '13812345678',
      '20260224'.padEnd(10, '88'),
    ].map((tried): [string, string] => [tried, '人人先试']),
    ...[
      '1qaz2wsx3edc',
      'zxcvbnm,./123',
      'xxgk@gov2026',
      'gongkai-2024',
      'abcd1234!@#$',
      'woaini1314520',
      'tiger7tiger7',
      '2026年政务公开管理员',
      '示例县人民政府2026',
      '@2026市场监督管理局！',
    ].map((tried): [string, string] => [tried, '人人先试']),
  ])('SEC-4 %s is not taken', (password, why) => {
    const [issue] = checkPassword(password, ['anquan', '方正言']);
    expect(issue).toMatchObject({ code: 'SEC-4', where: '/password', says: expect.stringContaining(why) });
  });

  it('SEC-4 ten characters without the name are enough, whatever their kind', () => {
    expect(checkPassword('十个汉字也是可以的哦', ['anquan'])).toEqual([]);
    for (const unforeseen of [
      'correct horse',
      'tY7#vQ2m9Lx!',
      '三月去看油菜花吧',
      'my password is a green kettle',
      '四季豆加糖醋排骨两份',
    ].map((one) => one.padEnd(10, '呀')))
      expect([unforeseen, checkPassword(unforeseen, ['anquan', ''])]).toEqual([unforeseen, []]);
  });
});
