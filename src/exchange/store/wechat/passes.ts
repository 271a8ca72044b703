/**
 * 接口凭证 [XCH-24]: one pass of an account for all processes, sealed. Whoever finds it over holds its row while he asks for another, so that two never ask at once; who waited
 * takes what he finds. Killed on the way, the row is free again with his connection.
 */
import type { Db } from '../../../platform/database.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import { isRefusal, type Refusal } from '../../../statute/refusal.ts';
import type { NotTold, WechatGround } from '../../adapters/wechat/wechat-call.ts';
import { fetchPass, type Pass } from '../../adapters/wechat/wechat-client.ts';
import type { WechatJoin } from '../../wechat/wechat-join.ts';
import { contextOfToken } from './tables.ts';

export interface PassGround {
  readonly db: Db;
  readonly now: () => Date;
  readonly keys: Pick<KeyRing, 'seal' | 'open'>;
  readonly wechat: WechatGround;
  /** The secrets in a file of the folder of secrets, the one in use first; why not. */
  readonly secretsIn: (file: string) => readonly string[] | Refusal;
}

/** Renewed so long before it ends: a call takes its time. */
const EARLY_MS = 300_000;

export function passOf(ground: PassGround, join: WechatJoin): Pass {
  const { db, now } = ground;
  const { accountId } = join;
  return async (over) => {
    const kept = await keptPass(ground, accountId, over);
    if (kept !== undefined) return kept;
    return db.transaction().execute(async (tx) => {
      const none = { account_id: accountId, sealed: null, expires_at: now() };
      await tx
        .insertInto('wechat_tokens')
        .values(none)
        .onConflict((same) => same.column('account_id').doNothing())
        .execute();
      await tx
        .selectFrom('wechat_tokens')
        .select('account_id')
        .where('account_id', '=', accountId)
        .forUpdate()
        .execute();
      const meanwhile = await keptPass({ ...ground, db: tx }, accountId, over);
      return meanwhile ?? renew({ ...ground, db: tx }, join, over !== undefined);
    });
  };
}

/** Undefined where there is none, or it ends soon, or it is the one that is over. */
async function keptPass({ db, now, keys }: PassGround, accountId: string, over?: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('wechat_tokens')
    .select(['sealed', 'expires_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row?.sealed || row.expires_at.getTime() - now().getTime() < EARLY_MS) return undefined;
  const token = keys.open(row.sealed, contextOfToken(accountId));
  return token === over ? undefined : token;
}

async function renew(
  { db, now, keys, wechat, secretsIn }: PassGround,
  join: WechatJoin,
  forced: boolean,
): Promise<string | NotTold> {
  const secrets = secretsIn(join.secretFile);
  if (isRefusal(secrets)) return { sent: false, why: secrets.says, again: true, down: true, unknown: false };
  const fetched = await fetchPass(wechat, { appId: join.appId, secret: secrets[0]! }, forced);
  if ('sent' in fetched) return fetched;
  const { token, seconds } = fetched;
  await db
    .updateTable('wechat_tokens')
    .set({
      sealed: keys.seal(token, contextOfToken(join.accountId)),
      expires_at: new Date(now().getTime() + seconds * 1_000),
    })
    .where('account_id', '=', join.accountId)
    .execute();
  return token;
}
