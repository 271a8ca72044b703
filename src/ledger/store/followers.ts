/** 跟随台账的 SQL [LED-3, LED-4]: what is new in it, who has read how far, and how far a replica holds it. */
import { type CompiledQuery, sql } from 'kysely';
import type { Db } from '../../platform/database.ts';
import { CHAIN_START, type ChainEnd, type LedgerEntry } from '../entry.ts';

/** An entry and what was done after it, oldest first: an entry is seen with its act or not at all, and in the order of the numbers. */
export async function entriesFrom(
  db: Db,
  seq: number,
  limit: number,
): Promise<Pick<LedgerEntry, 'seq' | 'hash' | 'room' | 'verb' | 'subject'>[]> {
  const columns = ['seq', 'hash', 'room', 'verb', 'subject'] as const;
  const found = db.selectFrom('ledger_entries').select(columns).where('seq', '>=', seq);
  return found.orderBy('seq').limit(limit).execute();
}

/** [LED-4] The question whether a database holds the chain up to an entry, and so whatever was done with it and before it. */
export function holdsChainTo(db: Db, { seq, hash }: ChainEnd): CompiledQuery<{ there: boolean }> {
  if (seq === CHAIN_START.seq) return sql<{ there: boolean }>`select true as there`.compile(db);
  const entry = sql`select from ledger_entries where seq = ${seq} and hash = ${hash}`;
  return sql<{ there: boolean }>`select exists(${entry}) as there`.compile(db);
}

/** Whether a replica shows all it has received of its primary; a server that is no replica does. */
export async function showsAllReceived(replica: Db): Promise<boolean> {
  const asked = sql<{ all: boolean }>`
    select not pg_is_in_recovery()
      or coalesce(pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn(), true) as all`;
  return (await asked.execute(replica)).rows[0]!.all;
}

/** [LED-3] A process has read so far, and is to be waited for until its lease ends by the clock of the database. */
export async function noteRead(db: Db, id: string, seen: number, leaseMs: number): Promise<void> {
  const until = sql<Date>`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`;
  await db
    .insertInto('ledger_followers')
    .values({ id, seen, until })
    .onConflict((on) => on.column('id').doUpdateSet({ seen, until }))
    .execute();
}

/** Whether another process whose lease still runs has not read the entry yet. */
export async function someAreBehind(db: Db, id: string, seq: number): Promise<boolean> {
  const behind = await db
    .selectFrom('ledger_followers')
    .select('id')
    .where('id', '<>', id)
    .where('seen', '<', seq)
    .where('until', '>', sql<Date>`clock_timestamp()`)
    .limit(1)
    .executeTakeFirst();
  return behind !== undefined;
}

/** Takes the process off, and those long gone with it. */
export async function endFollowing(db: Db, id: string): Promise<void> {
  const gone = sql<Date>`clock_timestamp() - interval '1 day'`;
  await db
    .deleteFrom('ledger_followers')
    .where((of) => of.or([of('id', '=', id), of('until', '<', gone)]))
    .execute();
}
