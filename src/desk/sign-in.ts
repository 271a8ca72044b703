/**
 * 登录 [SEC-1, SEC-5]: the name's row stays locked while a password is compared, so that tries at once count one by one. An
 * unknown name, a wrong password and a locked account get one answer in one time: it tells nobody which names exist.
 */
import { AFTER_SUCCESS, afterFailure, FAILURES_ALLOWED, isLocked, LOCK_MINUTES } from '../people/lock-out.ts';
import { lockSecondFactor, spendCode } from '../people/store/second-factors.ts';
import { dropEndedSessionsOf, openSession, type SignInPlace } from '../people/store/sessions.ts';
import { lockCredentials, saveSignInRecord } from '../people/store.ts';
import { type House, inTransaction } from '../perform.ts';
import type { Tx } from '../platform/database.ts';
import type { KeyRing } from '../platform/key-file.ts';
import { stepOfCode } from '../platform/one-time-code.ts';
import { passwordFits } from '../platform/passwords.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { SignIn } from './contract.ts';
import { digestOfToken, newToken, sessionWindow } from './session.ts';

const BASIS = '网络安全等级保护的要求（身份鉴别）';

const NOT_SIGNED_IN = refuse(
  'SIGN_IN_REFUSED',
  BASIS,
  `登录名或者密码不对，或者账号正在锁定。连续输错${FAILURES_ALLOWED}次锁定${LOCK_MINUTES}分钟；请核对后再试，忘记密码的请找安全管理员。`,
);

/** [SEC-40] The password is right; the account wants the code as well. */
const CODE_NEEDED = refuse('CODE_NEEDED', BASIS, '密码正确。这个账号开启了身份验证器，请再填验证器上的六位数字。');
const WRONG_CODE = refuse(
  'WRONG_CODE',
  BASIS,
  `验证码不对，或者已经用过。请等新的六位数字出来再填；连续输错${FAILURES_ALLOWED}次锁定${LOCK_MINUTES}分钟，手机丢了的请找安全管理员重设密码。`,
);

/** @param place from where, for the officer to recognise [SEC-41]. @returns the token for the browser */
export async function signIn(
  house: House,
  keys: Pick<KeyRing, 'open'>,
  { signInName, password, code = '' }: SignIn,
  place: SignInPlace,
): Promise<string | Refusal> {
  // A refusal inside would undo the count of failures, so it is handed out in a wrapping.
  const tried = await inTransaction(house.db, async (tx): Promise<Tried> => {
    const credentials = await lockCredentials(tx, signInName.trim());
    const fits = await passwordFits(password, credentials?.passwordHash);
    const now = house.now();
    // While the lock holds nothing is counted and nothing fits.
    if (!credentials || isLocked(credentials, now)) return { refused: NOT_SIGNED_IN };
    const { officerId } = credentials;
    const refused = fits ? await secondFactorRefuses(tx, officerId, code, now, keys) : NOT_SIGNED_IN;
    if (refused === CODE_NEEDED) return { refused };
    await saveSignInRecord(tx, officerId, refused ? afterFailure(credentials, now) : AFTER_SUCCESS);
    if (refused) return { refused };
    const opened = newToken();
    await dropEndedSessionsOf(tx, officerId, sessionWindow(now));
    await openSession(tx, officerId, digestOfToken(opened), now, place);
    return { opened };
  });
  return 'opened' in tried ? tried.opened : tried.refused;
}

type Tried = { readonly opened: string } | { readonly refused: Refusal };

/** [SEC-40] Once the password is right. A code that was used is used up. */
async function secondFactorRefuses(
  tx: Tx,
  officerId: string,
  code: string,
  now: Date,
  keys: Pick<KeyRing, 'open'>,
): Promise<Refusal | undefined> {
  const factor = await lockSecondFactor(tx, officerId, keys);
  if (!factor?.confirmedAt) return undefined;
  if (code.trim() === '') return CODE_NEEDED;
  const step = stepOfCode(factor.secret, code, now, factor.lastStep);
  if (step === undefined) return WRONG_CODE;
  await spendCode(tx, officerId, step);
  return undefined;
}
