/**
 * 用统一身份认证登录 [SEC-42…SEC-45]: whom the provider has recognised is let in where the security administrator has bound him to an account that is
 * in use and not locked; its authenticator is asked, unless the provider says that it asked for a second factor and the county takes its word.
 */
import { AFTER_SUCCESS, afterFailure } from '../../people/lock-out.ts';
import { NOT_ACTIVE, refuseLocked, refuseUnbound } from '../../people/provider-identity.ts';
import {
  digestOfIdentity,
  lockAwaited,
  officerOfIdentity,
  settleAnswer,
  takeAnswer,
} from '../../people/store/provider-identities.ts';
import type { SignInPlace } from '../../people/store/sessions.ts';
import { actorOf, lockCredentialsOf, saveSignInRecord } from '../../people/store.ts';
import { type House, inTransaction } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import type { IdentityProvider } from '../../platform/identity-provider.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { codeRefuses } from './code-check.ts';
import { letIn } from './let-in.ts';
import { digestOfToken, LONGEST_HOURS, newToken } from './session.ts';
import type { Tried } from './sign-in.ts';

const BASIS = '网络安全等级保护的要求（身份鉴别）';
/** How long somebody may take at the provider, and again for his code. */
export const MINUTES = 10;
const MINUTE_MS = 60_000;

const BEGIN_ANEW = refuse(
  'SEC-42',
  BASIS,
  `这次登录已经超过 ${MINUTES} 分钟，或者不是从这个浏览器开始的，没有登录。请重新点“用统一身份认证登录”。`,
);
const CODE_STILL_NEEDED = refuse(
  'CODE_NEEDED',
  BASIS,
  '统一身份认证已经认出你。这个账号开启了身份验证器，请再填验证器上的六位数字。',
);

export interface Door {
  readonly house: House;
  readonly keys: Pick<KeyRing, 'seal' | 'open' | 'digest'>;
  readonly provider: IdentityProvider;
}

/** For the one browser that begins: when, and 256 bits nobody guesses. */
export function newTry(now: Date): string {
  return `${now.getTime().toString(36)}.${newToken()}`;
}

function isFresh(token: string, now: Date): boolean {
  const began = Number.parseInt(/^([0-9a-z]{1,10})\.[\w-]{43}$/.exec(token)?.[1] ?? '', 36);
  return now.getTime() - began < MINUTES * MINUTE_MS;
}

/** @param token of this browser's try. @param answer the query the provider sent it back with. @returns the token of a session */
export async function finish(
  { house, keys, provider }: Door,
  token: string,
  answer: string,
  place: SignInPlace,
): Promise<string | Refusal> {
  if (!isFresh(token, house.now())) return BEGIN_ANEW;
  // Outside the transaction: the provider may take its time.
  const proof = await provider.prove(token, answer);
  if (isRefusal(proof)) return proof;
  const officerId = await officerOfIdentity(house.db, digestOfIdentity(proof.issuer, proof.subject, keys));
  if (!officerId) return refuseUnbound(proof.subject);
  const tokenDigest = digestOfToken(token);
  const tried = await inTransaction(house.db, async (tx): Promise<Tried> => {
    const now = house.now();
    const credentials = await lockCredentialsOf(tx, officerId);
    if (!credentials) return { refused: NOT_ACTIVE };
    const locked = refuseLocked(credentials, now);
    if (locked) return { refused: locked };
    const refused = proof.strong ? undefined : await codeRefuses(tx, officerId, '', now, keys, CODE_STILL_NEEDED);
    const { idToken } = proof;
    const taken = { tokenDigest, officerId, at: now, waitsForCode: refused !== undefined, idToken };
    const forgetBefore = new Date(now.getTime() - (LONGEST_HOURS * 60 + MINUTES) * MINUTE_MS);
    if (!(await takeAnswer(tx, taken, forgetBefore, keys))) return { refused: BEGIN_ANEW };
    return refused ? { refused } : { opened: await enter(tx, house, officerId, tokenDigest, place) };
  });
  return 'opened' in tried ? tried.opened : tried.refused;
}

/** The code of whoever the provider has recognised already; wrong ones count like wrong passwords. */
export async function finishWithCode(
  { house, keys }: Pick<Door, 'house' | 'keys'>,
  token: string,
  code: string,
  place: SignInPlace,
): Promise<string | Refusal> {
  const tokenDigest = digestOfToken(token);
  const tried = await inTransaction(house.db, async (tx): Promise<Tried> => {
    const now = house.now();
    const officerId = await lockAwaited(tx, tokenDigest, new Date(now.getTime() - MINUTES * MINUTE_MS));
    if (!officerId) return { refused: BEGIN_ANEW };
    const credentials = await lockCredentialsOf(tx, officerId);
    if (!credentials) return { refused: NOT_ACTIVE };
    const locked = refuseLocked(credentials, now);
    if (locked) return { refused: locked };
    const refused = await codeRefuses(tx, officerId, code, now, keys, CODE_STILL_NEEDED);
    if (refused === CODE_STILL_NEEDED) return { refused };
    await saveSignInRecord(tx, officerId, refused ? afterFailure(credentials, now) : AFTER_SUCCESS);
    if (refused) return { refused };
    await settleAnswer(tx, tokenDigest);
    return { opened: await enter(tx, house, officerId, tokenDigest, place) };
  });
  return 'opened' in tried ? tried.opened : tried.refused;
}

async function enter(tx: Tx, house: House, officerId: string, providerAnswer: string, place: SignInPlace) {
  const officer = await actorOf(tx, officerId, civilDateAt(house.now()));
  return letIn(tx, house, officer!, place, { way: 'provider', providerAnswer });
}
