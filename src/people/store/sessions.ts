/**
 * 会话 [SEC-2, SEC-41]: opened at sign-in, found by the digest of a token, closed by whoever holds it or by the officer from elsewhere. To himself an
 * officer's sessions bear names that say nothing of the token.
 */
import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../platform/database.ts';
import type { SignInWay } from '../sign-in-way.ts';

/** 登录的地方: what the browser calls itself, and the address it was reached by; either may be empty. */
export interface SignInPlace {
  readonly browser: string;
  readonly address: string;
}

/** 登录的方式: the road, and by which answer of the identity provider [SEC-47]. */
export interface CameBy {
  readonly way: SignInWay;
  readonly providerAnswer: string | null;
}

export const BY_PASSWORD: CameBy = { way: 'password', providerAnswer: null };

export interface OwnSession extends SignInPlace {
  readonly name: string;
  readonly way: SignInWay;
  readonly openedAt: Date;
  readonly seenAt: Date;
}

/** 会话期限: a session ends when it was not seen for a while, and in any case some time after it was opened. */
export interface SessionWindow {
  readonly seenAfter: Date;
  readonly openedAfter: Date;
}

export const NOWHERE: SignInPlace = { browser: '', address: '' };

export async function openSession(
  tx: Tx,
  officerId: string,
  tokenDigest: string,
  at: Date,
  { browser, address }: SignInPlace = NOWHERE,
  { way, providerAnswer }: CameBy = BY_PASSWORD,
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      ...{ token_digest: tokenDigest, officer_id: officerId, opened_at: at, seen_at: at },
      ...{ browser, address, way, provider_answer: providerAnswer },
    })
    .execute();
}

export async function closeSession(tx: Tx, tokenDigest: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_digest', '=', tokenDigest).execute();
}

/** All but the one that goes on. */
export async function closeOtherSessionsOf(tx: Tx, officerId: string, tokenDigest: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('officer_id', '=', officerId)
    .where('token_digest', '<>', tokenDigest)
    .execute();
}

/** Those nobody can use any more, with the places they were opened from. */
export async function dropEndedSessionsOf(tx: Tx, officerId: string, window: SessionWindow): Promise<void> {
  const { seenAfter, openedAfter } = window;
  await tx
    .deleteFrom('sessions')
    .where('officer_id', '=', officerId)
    .where(({ or, eb }) => or([eb('seen_at', '<=', seenAfter), eb('opened_at', '<=', openedAfter)]))
    .execute();
}

/** Those that can still be used, the one seen last first. */
export async function sessionsOf(db: Db, officerId: string, window: SessionWindow): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['token_digest', 'browser', 'address', 'way', 'opened_at', 'seen_at'])
    .where('officer_id', '=', officerId)
    .where('seen_at', '>', window.seenAfter)
    .where('opened_at', '>', window.openedAfter)
    .orderBy('seen_at', 'desc')
    .orderBy('token_digest')
    .execute();
  return rows.map(({ token_digest, browser, address, way, opened_at, seen_at }) => ({
    ...{ name: nameOfSession(token_digest), browser, address, way },
    ...{ openedAt: opened_at, seenAt: seen_at },
  }));
}

export async function sessionNamesOf(tx: Tx, officerId: string): Promise<string[]> {
  return (await digestsOf(tx, officerId)).map(nameOfSession);
}

export async function closeSessionNamed(tx: Tx, officerId: string, name: string): Promise<void> {
  for (const digest of await digestsOf(tx, officerId))
    if (nameOfSession(digest) === name) await closeSession(tx, digest);
}

async function digestsOf(tx: Tx, officerId: string): Promise<string[]> {
  const rows = await tx.selectFrom('sessions').select('token_digest').where('officer_id', '=', officerId).execute();
  return rows.map(({ token_digest }) => token_digest);
}

export function nameOfSession(tokenDigest: string): string {
  return createHash('sha256').update(`session ${tokenDigest}`).digest('hex').slice(0, 16);
}
