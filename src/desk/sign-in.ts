/**
 * 登录 [SEC-1, SEC-5]: the name's row stays locked while a password is compared, so that tries at once count one by one. An
 * unknown name, a wrong password and a locked account get one answer in one time: it tells nobody which names exist.
 */
import { AFTER_SUCCESS, afterFailure, FAILURES_ALLOWED, isLocked, LOCK_MINUTES } from '../people/lock-out.ts';
import { lockCredentials, openSession, saveSignInRecord } from '../people/store.ts';
import { type House, inTransaction } from '../perform.ts';
import { passwordFits } from '../platform/passwords.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { SignIn } from './contract.ts';
import { digestOfToken, newToken } from './session.ts';

const NOT_SIGNED_IN = refuse(
  'SIGN_IN_REFUSED',
  '网络安全等级保护的要求（身份鉴别）',
  `登录名或者密码不对，或者账号正在锁定。连续输错${FAILURES_ALLOWED}次锁定${LOCK_MINUTES}分钟；请核对后再试，忘记密码的请找安全管理员。`,
);

/** @returns the token for the browser */
export async function signIn(house: House, { signInName, password }: SignIn): Promise<string | Refusal> {
  const token = await inTransaction(house.db, async (tx) => {
    const credentials = await lockCredentials(tx, signInName.trim());
    const fits = await passwordFits(password, credentials?.passwordHash);
    const now = house.now();
    // While the lock holds nothing is counted and nothing fits.
    if (!credentials || isLocked(credentials, now)) return null;
    if (!fits) {
      await saveSignInRecord(tx, credentials.officerId, afterFailure(credentials, now));
      return null;
    }
    await saveSignInRecord(tx, credentials.officerId, AFTER_SUCCESS);
    const opened = newToken();
    await openSession(tx, credentials.officerId, digestOfToken(opened), now);
    return opened;
  });
  // Outside the transaction: a refusal inside would undo the count of failures.
  return token ?? NOT_SIGNED_IN;
}
