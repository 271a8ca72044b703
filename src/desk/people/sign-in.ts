/**
 * 登录 [SEC-1, SEC-5]: the name's row stays locked while a password is compared, so that tries at once count one by one. An
 * unknown name, a wrong password and a locked account get one answer in one time: it tells nobody which names exist.
 */
import { AFTER_SUCCESS, afterFailure, FAILURES_ALLOWED, isLocked, LOCK_MINUTES } from '../../people/lock-out.ts';
import type { RoleName } from '../../people/role.ts';
import { refusePassword } from '../../people/sign-in-way.ts';
import { BY_PASSWORD, type SignInPlace } from '../../people/store/sessions.ts';
import { actorOf, lockCredentials, saveSignInRecord } from '../../people/store.ts';
import { inTransaction } from '../../perform.ts';
import { passwordFits } from '../../platform/passwords.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { SignIn } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { CODE_NEEDED, codeRefuses } from './code-check.ts';
import { letIn } from './let-in.ts';
import { refuseOwnWord, takeOwnWord } from './password-due.ts';

const NOT_SIGNED_IN = refuse(
  'SIGN_IN_REFUSED',
  '网络安全等级保护的要求（身份鉴别）',
  `登录名或者密码不对，或者账号正在锁定。连续输错${FAILURES_ALLOWED}次锁定${LOCK_MINUTES}分钟；请核对后再试，忘记密码的请找安全管理员。`,
);

/** @param place from where, for the officer to recognise [SEC-41]. @returns the token for the browser */
export async function signIn(
  { house, keys, provider }: Pick<DeskDeps, 'house' | 'keys' | 'provider'>,
  sent: SignIn,
  place: SignInPlace,
): Promise<string | Refusal> {
  const { signInName, password, code = '' } = sent;
  // A refusal inside would undo the count of failures, so it is handed out in a wrapping.
  const tried = await inTransaction(house.db, async (tx): Promise<Tried> => {
    const credentials = await lockCredentials(tx, signInName.trim());
    const fits = await passwordFits(password, credentials?.passwordHash);
    const now = house.now();
    // While the lock holds nothing is counted and nothing fits.
    if (!credentials || isLocked(credentials, now)) return { refused: NOT_SIGNED_IN };
    const { officerId } = credentials;
    const officer = fits ? await actorOf(tx, officerId, civilDateAt(now)) : undefined;
    const closed = officer && refusePassword(provider?.only ?? false, Object.keys(officer.reach) as RoleName[]);
    if (closed) return { refused: closed };
    const unfit = officer && credentials.passwordDue ? refuseOwnWord(officer.name, sent) : undefined;
    if (unfit) return { refused: unfit };
    const refused = officer ? await codeRefuses(tx, officerId, code, now, keys) : NOT_SIGNED_IN;
    if (refused === CODE_NEEDED) return { refused };
    await saveSignInRecord(tx, officerId, refused ? afterFailure(credentials, now) : AFTER_SUCCESS);
    if (refused) return { refused };
    const opened = await letIn(tx, house, officer!, place, BY_PASSWORD);
    if (credentials.passwordDue) await takeOwnWord(tx, house, officer!, { opened, ...sent }, keys);
    return { opened };
  });
  return 'opened' in tried ? tried.opened : tried.refused;
}

/** What a try to sign in came to. */
export type Tried = { readonly opened: string } | { readonly refused: Refusal };
