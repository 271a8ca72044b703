/** 日历订阅: the digest of the address of each officer. */
import type { Db, Tx } from '../../platform/database.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { OfficerActor } from '../actor.ts';
import type { FeedChange } from '../calendar-feed.ts';
import { actorOf } from '../store.ts';

declare module '../../platform/database.ts' {
  interface Database {
    calendar_feeds: { officer_id: string; token_digest: string; made_at: Date; read_at: Date | null };
  }
}

export interface FeedKept {
  readonly madeAt: Date;
  /** When a calendar last read it. */
  readonly readAt: Date | null;
}

export async function feedOf(db: Db, officerId: string): Promise<FeedKept | undefined> {
  const row = await db
    .selectFrom('calendar_feeds')
    .select(['made_at', 'read_at'])
    .where('officer_id', '=', officerId)
    .executeTakeFirst();
  return row && { madeAt: row.made_at, readAt: row.read_at };
}

export async function saveFeed(tx: Tx, { officerId, tokenDigest }: FeedChange, at: Date): Promise<void> {
  await closeFeedOf(tx, officerId);
  if (tokenDigest !== null)
    await tx
      .insertInto('calendar_feeds')
      .values({ officer_id: officerId, token_digest: tokenDigest, made_at: at, read_at: null })
      .execute();
}

export async function closeFeedOf(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('calendar_feeds').where('officer_id', '=', officerId).execute();
}

/** The officer whose calendar asks; undefined for an address that is unknown or ended, and for an account that is closed. */
export async function actorOfFeed(db: Db, tokenDigest: string, at: Date): Promise<OfficerActor | undefined> {
  const row = await db
    .updateTable('calendar_feeds')
    .set({ read_at: at })
    .where('token_digest', '=', tokenDigest)
    .returning('officer_id')
    .executeTakeFirst();
  return row && actorOf(db, row.officer_id, civilDateAt(at));
}
