/**
 * 口令要求 [SEC-4]: long rather than strange, and not what everybody would try first. No expiry: a password that must be
 * changed every month is written on a slip of paper.
 */
import type { Issue } from '../statute/issue.ts';
import { isFirstTried } from './first-tried.ts';

export const PASSWORD_LENGTH = 10;
const BASIS = '网络安全等级保护的要求（身份鉴别）';

export function checkPassword(password: string, names: readonly string[], where = '/password'): Issue[] {
  const issue = (says: string, advice: string): Issue[] => [
    { code: 'SEC-4', severity: 'error', where, says, basis: BASIS, advice },
  ];
  if ([...password].length < PASSWORD_LENGTH)
    return issue(
      `密码不足${PASSWORD_LENGTH}个字符。`,
      `请用${PASSWORD_LENGTH}个以上的字符，例如几个不相干的词连在一起。`,
    );
  if (new Set(password).size < 4) return issue('密码由很少几个字符重复而成。', '请换一个不容易猜到的密码。');
  const plain = password.toLowerCase();
  if (names.some((name) => name.length > 1 && plain.includes(name.toLowerCase())))
    return issue('密码里含有登录名或者姓名。', '请换一个与登录名、姓名无关的密码。');
  if (isFirstTried(password))
    return issue(
      '密码是人人先试的那一类：键盘顺序、连号、年份、电话号码、单位名称和常见词拼成的，或者同一段重复。',
      '请换成几个不相干的词连在一起。',
    );
  return [];
}
