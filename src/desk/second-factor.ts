/**
 * 身份验证器 [SEC-40]: an officer turns it on with his password and a first code, and off with his password and a code. Wrong ones count like wrong
 * passwords. Who has lost his telephone gets a new password from the security administrator, and with it the authenticator is off.
 */

import { ALLOWED } from '../people/actor.ts';
import { AFTER_SUCCESS, afterFailure, isLocked } from '../people/lock-out.ts';
import {
  beginSecondFactor,
  lockSecondFactor,
  removeSecondFactor,
  type SecondFactor,
  spendCode,
} from '../people/store/second-factors.ts';
import { closeOtherSessionsOf, lockCredentialsOf, saveSignInRecord } from '../people/store.ts';
import { climb, type House, inTransaction, type Stairs } from '../perform.ts';
import type { Tx } from '../platform/database.ts';
import type { KeyRing } from '../platform/key-file.ts';
import { newCodeSecret, stepOfCode } from '../platform/one-time-code.ts';
import { passwordFits } from '../platform/passwords.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Officer } from './reach.ts';

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

type FactorVerb = 'beganSecondFactor' | 'confirmedSecondFactor' | 'removedSecondFactor';

/** @returns the secret for the app */
export async function begin(
  house: House,
  keys: Pick<KeyRing, 'seal' | 'open'>,
  officer: Officer,
  password: string,
): Promise<string | Refusal> {
  const secret = newCodeSecret();
  return proven(house, keys, officer, { password, code: '' }, async (tx, known) => {
    if (known?.confirmedAt)
      return refuse('SEC-40', BASIS, '身份验证器已经在用。要换一部手机的，请先停用，再重新开启。');
    await beginSecondFactor(tx, officer.id, secret, house.now(), keys);
    return (await climb(tx, house, stairsOf('beganSecondFactor'), officer, { verb: 'secondFactor' })) ?? secret;
  });
}

/** The first code turns it on; whoever else is signed in with this account is signed out. */
export async function confirm(
  house: House,
  keys: Pick<KeyRing, 'open'>,
  officer: Officer,
  code: string,
  sessionDigest: string,
): Promise<true | Refusal> {
  return inTransaction(house.db, async (tx) => {
    const known = await lockSecondFactor(tx, officer.id, keys);
    if (!known || known.confirmedAt) return refuse('SEC-40', BASIS, '没有正在开启的身份验证器，请从头开始。');
    const step = stepOfCode(known.secret, code, house.now(), known.lastStep);
    if (step === undefined)
      return refuse('SEC-40', BASIS, '验证码不对。请核对手机的时间是不是自动设置的，等新的六位数字出来再填。');
    await spendCode(tx, officer.id, step, house.now());
    await closeOtherSessionsOf(tx, officer.id, sessionDigest);
    return (await climb(tx, house, stairsOf('confirmedSecondFactor'), officer, { verb: 'secondFactor' })) ?? true;
  });
}

export async function end(
  house: House,
  keys: Pick<KeyRing, 'open'>,
  officer: Officer,
  proof: Proof,
): Promise<true | Refusal> {
  return proven(house, keys, officer, proof, async (tx) => {
    await removeSecondFactor(tx, officer.id);
    return (await climb(tx, house, stairsOf('removedSecondFactor'), officer, { verb: 'secondFactor' })) ?? true;
  });
}

/** Password and, where one is in force, code; each wrong one counts. */
async function proven<T>(
  house: House,
  keys: Pick<KeyRing, 'open'>,
  officer: Officer,
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

/** The ledger tells that it was turned on or off, nothing of the secret. */
function stairsOf(verb: FactorVerb): Stairs<null, null, { readonly verb: 'secondFactor' }> {
  return {
    room: 'people',
    load: async () => null,
    permit: () => ALLOWED,
    decide: (_, __, { actor }) => {
      const officer = actor as Officer;
      const content = { officerId: officer.id };
      return { next: null, entry: { verb, subject: officer.id, agencyId: officer.agencyId, basis: BASIS, content } };
    },
    save: async () => {},
  };
}
