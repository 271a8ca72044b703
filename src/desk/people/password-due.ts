/**
 * 换成自己的密码 [SEC-53]: a password that somebody else chose opens nothing but the choice of another, in the same step, so that nobody works under an
 * account whose word another person knows.
 */
import { checkPassword } from '../../people/password-rules.ts';
import { climb, type House } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { SignIn } from '../contract.ts';
import type { Officer } from '../reach.ts';
import { accountStairs } from './account-stairs.ts';
import { digestOfToken } from './session.ts';

const BASIS = '网络安全等级保护的要求（身份鉴别）';

/** Asked once the password was right; nothing was counted and nothing opened. */
export function refuseOwnWord(name: string, { signInName, password, newPassword = '' }: SignIn): Refusal | undefined {
  const due = (says: string) => refuse('PASSWORD_DUE', BASIS, says);
  if (newPassword === '')
    return due('密码正确，但它是安全管理员设的。请换一个只有自己知道的密码：填写新的密码，再点“登录”。');
  if (newPassword === password) return due('新的密码和安全管理员设的一样。请换一个别的。');
  const [issue] = checkPassword(newPassword, [signInName.trim(), name]);
  return issue && due(`新的密码不能用：${issue.says}${issue.advice}`);
}

export async function takeOwnWord(
  tx: Tx,
  house: House,
  officer: Officer,
  { opened, newPassword = '' }: { readonly opened: string; readonly newPassword?: string },
  keys: Pick<KeyRing, 'seal'>,
): Promise<void> {
  const command = { verb: 'changePassword', passwordHash: await hashPassword(newPassword) } as const;
  const done = await climb(tx, house, accountStairs(officer, digestOfToken(opened), keys), officer, command);
  if (isRefusal(done)) throw new Error(done.code);
}
