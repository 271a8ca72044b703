/**
 * 身份验证器 [SEC-40]: an officer turns it on with his password and a first code, and off with his password and a code. Wrong ones count like wrong
 * passwords. Who has lost his telephone gets a new password from the security administrator, and with it the authenticator is off.
 */
import type { AccountCommand } from '../../people/account.ts';
import { AFTER_SUCCESS, afterFailure, isLocked } from '../../people/lock-out.ts';
import { lockSecondFactor, type SecondFactor } from '../../people/store/second-factors.ts';
import { lockCredentialsOf, saveSignInRecord } from '../../people/store.ts';
import { climb, type House, inTransaction } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { newCodeSecret, stepOfCode } from '../../platform/one-time-code.ts';
import { passwordFits } from '../../platform/passwords.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { Officer } from '../reach.ts';
import { accountStairs } from './account-stairs.ts';

const BASIS = '网络安全等级保护的要求（身份鉴别）';

const NOT_PROVEN = refuse(
  'SEC-40',
  BASIS,
  '密码或者验证码不对，或者账号正在锁定，没有改动。请核对后再试；验证码三十秒换一个，用过的不能再用。',
);

export interface Proof {
  readonly password: string;
  /** Of the authenticator; empty where none is asked. */
  readonly code: string;
}

/** Who asks, and the session he goes on with. */
export interface Own {
  readonly house: House;
  readonly keys: Pick<KeyRing, 'seal' | 'open'>;
  readonly officer: Officer;
  readonly sessionDigest: string;
}

const carryOut = (tx: Tx, { house, keys, officer, sessionDigest }: Own, command: AccountCommand) =>
  climb(tx, house, accountStairs(officer, sessionDigest, keys), officer, command);

/** @returns the secret for the app */
export async function begin(own: Own, password: string): Promise<string | Refusal> {
  const secret = newCodeSecret();
  return proven(own, { password, code: '' }, async (tx, known) => {
    if (known?.confirmedAt)
      return refuse('SEC-40', BASIS, '身份验证器已经在用。要换一部手机的，请先停用，再重新开启。');
    const done = await carryOut(tx, own, { verb: 'beginSecondFactor', secret });
    return isRefusal(done) ? done : secret;
  });
}

/** The first code turns it on; whoever else is signed in with this account is signed out. */
export async function confirm(own: Own, code: string): Promise<true | Refusal> {
  const { house, keys, officer } = own;
  return inTransaction(house.db, async (tx) => {
    const known = await lockSecondFactor(tx, officer.id, keys);
    if (!known || known.confirmedAt) return refuse('SEC-40', BASIS, '没有正在开启的身份验证器，请从头开始。');
    const step = stepOfCode(known.secret, code, house.now(), known.lastStep);
    if (step === undefined)
      return refuse('SEC-40', BASIS, '验证码不对。请核对手机的时间是不是自动设置的，等新的六位数字出来再填。');
    const done = await carryOut(tx, own, { verb: 'confirmSecondFactor', step });
    return isRefusal(done) ? done : true;
  });
}

export async function end(own: Own, proof: Proof): Promise<true | Refusal> {
  return proven(own, proof, async (tx) => {
    const done = await carryOut(tx, own, { verb: 'removeSecondFactor' });
    return isRefusal(done) ? done : true;
  });
}

/** Password and, where one is in force, code; each wrong one counts. */
async function proven<T>(
  { house, keys, officer }: Own,
  { password, code }: Proof,
  work: (tx: Tx, known: SecondFactor | undefined) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const done = await inTransaction(house.db, async (tx) => {
    const credentials = await lockCredentialsOf(tx, officer.id);
    const right = await passwordFits(password, credentials?.passwordHash);
    const now = house.now();
    if (!credentials || isLocked(credentials, now)) return null;
    const known = await lockSecondFactor(tx, officer.id, keys);
    const step = known?.confirmedAt ? stepOfCode(known.secret, code, now, known.lastStep) : 0;
    if (!right || step === undefined) {
      await saveSignInRecord(tx, officer.id, afterFailure(credentials, now));
      return null;
    }
    await saveSignInRecord(tx, officer.id, AFTER_SUCCESS);
    return { done: await work(tx, known) };
  });
  // Outside the transaction: a refusal inside would undo the count of failures.
  return done === null ? NOT_PROVEN : done.done;
}
