/** 媒体账号台账的存取, and how an account climbs. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import { living } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import {
  type AccountCommand,
  type ChangedAccount,
  decideAccount,
  type LoadedAccount,
  NO_SUCH_ACCOUNT,
  permitAccount,
} from '../../accounts/decide.ts';
import type { AccountEvent, AccountParticulars, MediaAccount } from '../../accounts/media-account.ts';
import '../wechat/tables.ts';
import './tables.ts';

export function toAccount(row: Selectable<Database['media_accounts']>): MediaAccount {
  return {
    ...{ id: row.id, agencyId: row.agency_id, platform: row.platform, name: row.name, handle: row.handle },
    ...{ contact: row.contact, openedOn: row.opened_on },
    filed: row.filed_on && { number: row.filed_number ?? '', on: row.filed_on },
    closed: row.closed_on && { on: row.closed_on, why: row.closed_why ?? '' },
  };
}

export const accountStairs: Stairs<LoadedAccount, ChangedAccount, AccountCommand> = {
  room: 'exchange',
  async load(tx, command) {
    if (command.verb === 'openAccount') {
      const { agencyId, particulars } = command;
      const taken = await isTaken(tx, particulars, '');
      return { agencyId, account: null, taken, lastPost: null, keeperKnown: true };
    }
    const account = await lockAccount(tx, command.accountId);
    if (!account) return NO_SUCH_ACCOUNT;
    const changes = command.verb === 'changeAccount';
    return {
      agencyId: account.agencyId,
      account,
      taken: changes && (await isTaken(tx, command.particulars, account.id)),
      lastPost: command.verb === 'closeAccount' ? await lastPostOf(tx, account.id) : null,
      keeperKnown: !changes || living(await listAgencies(tx)).some(({ id }) => id === command.agencyId),
    };
  },
  permit: permitAccount,
  decide: decideAccount,
  async save(tx, { account, event }, _loaded, { actor, at }) {
    const row = {
      ...{ agency_id: account.agencyId, platform: account.platform, name: account.name, handle: account.handle },
      ...{ contact: account.contact, opened_on: account.openedOn },
      ...{ filed_number: account.filed?.number ?? null, filed_on: account.filed?.on ?? null },
      ...{ closed_on: account.closed?.on ?? null, closed_why: account.closed?.why ?? null },
    };
    await tx
      .insertInto('media_accounts')
      .values({ id: account.id, ...row })
      .onConflict((same) => same.column('id').doUpdateSet(row))
      .execute();
    // What is joined to it goes with it: to another office, and to its end.
    await tx
      .updateTable('wechat_joins')
      .set({ agency_id: account.agencyId, ...(account.closed ? { open: false } : {}) })
      .where('account_id', '=', account.id)
      .execute();
    const told = { type: event.type, on_day: event.on, says: event.says, by_id: actor.id, at };
    const n = sql<number>`(select coalesce(max(n), 0) + 1 from media_account_events where account_id = ${account.id})`;
    await tx
      .insertInto('media_account_events')
      .values({ account_id: account.id, n, ...told })
      .execute();
  },
};

export async function lockAccount(tx: Tx, id: string): Promise<MediaAccount | undefined> {
  const row = await tx.selectFrom('media_accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toAccount(row);
}

/** 同一平台同名 [MSG-16]: names are compared as they are written down. */
async function isTaken(tx: Tx, { platform, name }: AccountParticulars, but: string): Promise<boolean> {
  const other = await tx
    .selectFrom('media_accounts')
    .select('id')
    .where('platform', '=', platform)
    .where('name', '=', name.trim())
    .where('closed_on', 'is', null)
    .where('id', '<>', but)
    .executeTakeFirst();
  return other !== undefined;
}

async function lastPostOf(db: Db, accountId: string): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('media_posts')
    .select((q) => q.fn.max('posted_on').as('day'))
    .where('account_id', '=', accountId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return (row?.day ?? null) as CivilDate | null;
}

export async function findAccount(db: Db, id: string): Promise<MediaAccount | undefined> {
  const row = await db.selectFrom('media_accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAccount(row);
}

/** An account with what was posted on it. */
export interface CountedAccount {
  readonly account: MediaAccount;
  /** In the year. */
  readonly posts: number;
  /** At any time; null where there is none. */
  readonly lastPost: CivilDate | null;
}

/** Those in use first, by their opening. */
export async function accountsOf(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<CountedAccount[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('media_accounts')
    .selectAll()
    .where('agency_id', 'in', agencyIds)
    .orderBy(sql`closed_on is not null`)
    .orderBy('opened_on')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const counts = await db
    .selectFrom('media_posts')
    .select(['account_id', (q) => q.fn.max('posted_on').as('last')])
    .select(sql<number>`(count(*) filter (where extract(year from posted_on) = ${year}))::int`.as('posts'))
    .where('withdrawn_on', 'is', null)
    .where(
      'account_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('account_id')
    .execute();
  const counted = new Map(counts.map((one) => [one.account_id, one]));
  return rows.map((row) => ({
    account: toAccount(row),
    posts: counted.get(row.id)?.posts ?? 0,
    lastPost: (counted.get(row.id)?.last ?? null) as CivilDate | null,
  }));
}

export interface AccountEventFound extends AccountEvent {
  readonly by: string;
}

/** The latest first. */
export async function eventsOfAccount(db: Db, accountId: string): Promise<AccountEventFound[]> {
  const rows = await db
    .selectFrom('media_account_events')
    .select(['type', 'on_day', 'says', 'by_id'])
    .where('account_id', '=', accountId)
    .orderBy('n', 'desc')
    .execute();
  return rows.map((row) => ({ type: row.type, on: row.on_day, says: row.says, by: row.by_id }));
}
