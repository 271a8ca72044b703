/**
 * 更换本人密码 [SEC-20]: the old one is asked and counted like a sign-in, so that an unattended desk is no way to try passwords. Other sessions end.
 */
import { WRONG_PASSWORD } from '../../people/account.ts';
import { AFTER_SUCCESS, afterFailure, isLocked } from '../../people/lock-out.ts';
import { lockCredentialsOf, saveSignInRecord } from '../../people/store.ts';
import { type House, inTransaction, perform } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { hashPassword, passwordFits } from '../../platform/passwords.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Officer } from '../reach.ts';
import { accountStairs } from './account-stairs.ts';

export interface PasswordChange {
  readonly old: string;
  readonly password: string;
}

export async function changeOwnPassword(
  house: House,
  officer: Officer,
  { old, password }: PasswordChange,
  sessionDigest: string,
  keys: Pick<KeyRing, 'seal'>,
): Promise<Refusal | undefined> {
  const fits = await inTransaction(house.db, async (tx) => {
    const credentials = await lockCredentialsOf(tx, officer.id);
    const right = await passwordFits(old, credentials?.passwordHash);
    if (!credentials || isLocked(credentials, house.now())) return false;
    await saveSignInRecord(tx, officer.id, right ? AFTER_SUCCESS : afterFailure(credentials, house.now()));
    return right;
  });
  // Outside the transaction: a refusal inside would undo the count of failures.
  if (!fits) return WRONG_PASSWORD;
  const passwordHash = await hashPassword(password);
  const command = { verb: 'changePassword', passwordHash } as const;
  const done = await perform(house, accountStairs(officer, sessionDigest, keys), officer, command);
  return isRefusal(done) ? done : undefined;
}
