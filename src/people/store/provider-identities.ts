/** 统一身份认证的身份和答复 [SEC-42, SEC-43]: who is bound to which account, and the answers of the provider, each good once. */
import type { Db, Tx } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import '../store.ts';

declare module '../../platform/database.ts' {
  interface Database {
    provider_identities: { officer_id: string; identity_digest: string; bound_at: Date };
    provider_answers: {
      token_digest: string;
      officer_id: string;
      at: Date;
      waits_for_code: boolean;
      sealed: string;
    };
  }
}

const sealedFor = (tokenDigest: string) => `provider_answers/${tokenDigest}`;

export const SEALED_PROVIDER_ANSWERS: SealedColumn = {
  table: 'provider_answers',
  row: 'token_digest',
  column: 'sealed',
  contextOf: sealedFor,
};

/** The digest under which a person of the provider is known. */
export function digestOfIdentity(issuer: string, subject: string, keys: Pick<KeyRing, 'digest'>): string {
  return keys.digest(`${issuer}\n${subject}`, 'provider_identities.identity');
}

export async function officerOfIdentity(db: Db, identityDigest: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('provider_identities')
    .select('officer_id')
    .where('identity_digest', '=', identityDigest)
    .executeTakeFirst();
  return row?.officer_id;
}

/** Since when, by officer. */
export async function boundSince(db: Db, officerIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('provider_identities')
    .select(['officer_id', 'bound_at'])
    .where('officer_id', 'in', officerIds)
    .execute();
  return new Map(rows.map(({ officer_id, bound_at }) => [officer_id, bound_at]));
}

export async function bindIdentity(tx: Tx, officerId: string, identityDigest: string, at: Date): Promise<void> {
  await tx
    .insertInto('provider_identities')
    .values({ officer_id: officerId, identity_digest: identityDigest, bound_at: at })
    .execute();
}

export async function unbindIdentity(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('provider_identities').where('officer_id', '=', officerId).execute();
  await tx.deleteFrom('provider_answers').where('officer_id', '=', officerId).execute();
}

export interface ProviderAnswer {
  readonly tokenDigest: string;
  readonly officerId: string;
  readonly at: Date;
  readonly waitsForCode: boolean;
  readonly idToken: string;
}

/** Answers nobody needs any more go with it. @returns false when one was taken by this token before */
export async function takeAnswer(
  tx: Tx,
  { tokenDigest, officerId, at, waitsForCode, idToken }: ProviderAnswer,
  forgetBefore: Date,
  keys: Pick<KeyRing, 'seal'>,
): Promise<boolean> {
  await tx.deleteFrom('provider_answers').where('at', '<', forgetBefore).execute();
  const taken = await tx
    .insertInto('provider_answers')
    .values({
      token_digest: tokenDigest,
      officer_id: officerId,
      at,
      waits_for_code: waitsForCode,
      sealed: keys.seal(idToken, sealedFor(tokenDigest)),
    })
    .onConflict((on) => on.column('token_digest').doNothing())
    .returning('token_digest')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Whose code is awaited by this token. Locked: two codes at once are two tries. */
export async function lockAwaited(tx: Tx, tokenDigest: string, since: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom('provider_answers')
    .select('officer_id')
    .where('token_digest', '=', tokenDigest)
    .where('waits_for_code', '=', true)
    .where('at', '>', since)
    .forUpdate()
    .executeTakeFirst();
  return row?.officer_id;
}

export async function settleAnswer(tx: Tx, tokenDigest: string): Promise<void> {
  await tx
    .updateTable('provider_answers')
    .set({ waits_for_code: false })
    .where('token_digest', '=', tokenDigest)
    .execute();
}

/** What signs the holder of a session out at the provider as well; undefined where he came in by password. */
export async function idTokenOfSession(
  tx: Tx,
  sessionDigest: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .innerJoin('provider_answers', 'provider_answers.token_digest', 'sessions.provider_answer')
    .select(['provider_answers.token_digest', 'provider_answers.sealed'])
    .where('sessions.token_digest', '=', sessionDigest)
    .executeTakeFirst();
  return row && keys.open(row.sealed, sealedFor(row.token_digest));
}
