/** 验证码 [SEC-40]: asked of whoever has an authenticator, once the rest is right. A code that was used is used up. */
import { FAILURES_ALLOWED, LOCK_MINUTES } from '../../people/lock-out.ts';
import { lockSecondFactor, spendCode } from '../../people/store/second-factors.ts';
import type { Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { stepOfCode } from '../../platform/one-time-code.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '网络安全等级保护的要求（身份鉴别）';

export const CODE_NEEDED = refuse(
  'CODE_NEEDED',
  BASIS,
  '密码正确。这个账号开启了身份验证器，请再填验证器上的六位数字。',
);
const WRONG_CODE = refuse(
  'WRONG_CODE',
  BASIS,
  `验证码不对，或者已经用过。请等新的六位数字出来再填；连续输错${FAILURES_ALLOWED}次锁定${LOCK_MINUTES}分钟，手机丢了的请找安全管理员重设密码。`,
);

/** @param needed what is said where no code was given */
export async function codeRefuses(
  tx: Tx,
  officerId: string,
  code: string,
  now: Date,
  keys: Pick<KeyRing, 'open'>,
  needed: Refusal = CODE_NEEDED,
): Promise<Refusal | undefined> {
  const factor = await lockSecondFactor(tx, officerId, keys);
  if (!factor?.confirmedAt) return undefined;
  if (code.trim() === '') return needed;
  const step = stepOfCode(factor.secret, code, now, factor.lastStep);
  if (step === undefined) return WRONG_CODE;
  await spendCode(tx, officerId, step);
  return undefined;
}
