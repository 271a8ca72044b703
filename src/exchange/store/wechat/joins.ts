/** 公众号接入的存取, and how it climbs; what is to be sent again or compared is queued with the act. */
import type { Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import { queueWork } from '../../../platform/outbox/outbox.ts';
import { reviveNamed } from '../../../platform/outbox/pieces.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { NO_SUCH_ACCOUNT } from '../../accounts/decide.ts';
import {
  decideJoin,
  type JoinCommand,
  type JoinedNow,
  type LoadedJoin,
  permitJoin,
  type WechatJoin,
} from '../../wechat/wechat-join.ts';
import { lockAccount } from '../accounts/accounts.ts';
import './tables.ts';
import { WECHAT_COMPARE, WECHAT_WORKS } from './works.ts';

function toJoin(row: Selectable<Database['wechat_joins']>): WechatJoin {
  return {
    ...{ accountId: row.account_id, agencyId: row.agency_id, appId: row.app_id, secretFile: row.secret_file },
    ...{ callbackFile: row.callback_file, open: row.open },
  };
}

export async function joinOf(db: Db, accountId: string): Promise<WechatJoin | undefined> {
  const row = await db.selectFrom('wechat_joins').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return row && toJoin(row);
}

export const joinStairs: Stairs<LoadedJoin, JoinedNow, JoinCommand> = {
  room: 'exchange',
  async load(tx, { accountId }) {
    const account = await lockAccount(tx, accountId);
    return account ? { account, join: (await joinOf(tx, accountId)) ?? null } : NO_SUCH_ACCOUNT;
  },
  permit: (actor, _, loaded) => permitJoin(actor, loaded),
  decide: decideJoin,
  async save(tx, next, { join }, { at, newId }) {
    const row = {
      ...{ agency_id: next.agencyId, app_id: next.appId, secret_file: next.secretFile },
      ...{ callback_file: next.callbackFile, open: next.open },
    };
    await tx
      .insertInto('wechat_joins')
      .values({ account_id: next.accountId, joined_at: at, ...row })
      .onConflict((same) => same.column('account_id').doUpdateSet(row))
      .execute();
    // Another account of the platform, or another secret: the pass is not its own.
    if (join && (join.appId !== next.appId || join.secretFile !== next.secretFile))
      await tx.deleteFrom('wechat_tokens').where('account_id', '=', next.accountId).execute();
    if (next.verb === 'sendWechatAgain')
      for (const work of WECHAT_WORKS) await reviveNamed(tx, `${work}:${next.accountId}:`, at);
    if (next.verb === 'compareWechat') await queueComparison(tx, next, newId(), at);
  },
};

/** @param name of this one: asked twice under one name it is done once */
async function queueComparison(tx: Tx, { accountId, agencyId }: WechatJoin, name: string, at: Date): Promise<void> {
  const piece = { id: `${WECHAT_COMPARE}:${accountId}:${name}`, work: WECHAT_COMPARE, agencyId, body: { accountId } };
  await queueWork(tx, [piece], at);
}

const HOUR = 3;

/** 每夜对账: once a day after three in the morning, for every account that is joined. */
export async function queueNightlyArticles(db: Db, at: Date): Promise<void> {
  // Beijing keeps one time all year.
  if ((at.getUTCHours() + 8) % 24 < HOUR) return;
  const rows = await db.selectFrom('wechat_joins').selectAll().where('open', '=', true).execute();
  await db.transaction().execute(async (tx) => {
    for (const row of rows) await queueComparison(tx, toJoin(row), civilDateAt(at), at);
  });
}

/** Of these agencies, by account. */
export async function joinsOf(db: Db, agencyIds: readonly AgencyId[]): Promise<ReadonlyMap<string, WechatJoin>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await db.selectFrom('wechat_joins').selectAll().where('agency_id', 'in', agencyIds).execute();
  return new Map(rows.map((row) => [row.account_id, toJoin(row)]));
}
