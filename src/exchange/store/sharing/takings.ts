/** 去取的状况 [XCH-33]: when each source is asked next, who is asking it now, and how it came out; one process at a time. */
import { type Selectable, sql } from 'kysely';
import type { Database, Db } from '../../../platform/database.ts';
import { LEASE } from '../../../platform/outbox/lease.ts';
import { RETRY_MINUTES } from '../../../platform/outbox/outbox.ts';
import type { Source } from '../../sharing/source.ts';
import { toSource } from './sources.ts';
import type { KeptRefusal } from './tables.ts';

/** A source somebody has under lease. */
export interface ClaimedTaking {
  readonly source: Source;
  readonly run: number;
  readonly failures: number;
  readonly refused: readonly KeptRefusal[];
}

/** Takes the one that is due the longest; what another process has under lease is passed over. @param but sources that had their turn */
export async function claimTaking(db: Db, now: Date, but: readonly string[] = []): Promise<ClaimedTaking | undefined> {
  const taking = await db
    .updateTable('takings')
    .set({ lease_until: LEASE, run: sql`run + 1`, tried_at: now })
    .where('source_id', 'in', (q) =>
      q
        .selectFrom('takings')
        .innerJoin('sources', 'sources.id', 'takings.source_id')
        .select('takings.source_id')
        .where('sources.open', '=', true)
        .where('sources.take_from', '!=', '')
        .where('takings.next_at', '<=', now)
        .where('takings.source_id', 'not in', ['', ...but])
        .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', sql<Date>`now()`)]))
        .orderBy('takings.next_at')
        .limit(1)
        .forUpdate('takings')
        .skipLocked(),
    )
    .returning(['source_id', 'run', 'failures', 'refused'])
    .executeTakeFirst();
  if (!taking) return undefined;
  const row = await db.selectFrom('sources').selectAll().where('id', '=', taking.source_id).executeTakeFirstOrThrow();
  const { run, failures, refused } = taking;
  return { source: toSource(row), run, failures, refused };
}

/** Whoever has lost the lease keeps nothing. */
export async function renewTaking(db: Db, { source, run }: ClaimedTaking): Promise<void> {
  await db
    .updateTable('takings')
    .set({ lease_until: LEASE })
    .where('source_id', '=', source.id)
    .where('run', '=', run)
    .where('lease_until', 'is not', null)
    .execute();
}

/**
 * How a run ended. `complete`: all they offer is held here but what is refused; `unfinished`: it goes on at once; `failed`: `said` tells why, and it is tried
 * again, at ever longer intervals and at the latest when the source would be asked anyway.
 */
export interface TakingEnd {
  readonly end: 'complete' | 'unfinished' | 'failed';
  readonly said: string;
  /** Absent where the list was not read to its end. */
  readonly found?: {
    readonly theirs: number;
    readonly leftOver: number;
    readonly refused: readonly KeptRefusal[];
  };
}

export async function settleTaking(db: Db, claimed: ClaimedTaking, { end, said, found }: TakingEnd, now: Date) {
  const { source, run } = claimed;
  const failures = end === 'failed' ? claimed.failures + 1 : 0;
  const wait = { complete: source.takeEvery, unfinished: 0, failed: retryAfter(failures, source.takeEvery) }[end];
  const next = new Date(now.getTime() + wait * 60_000);
  await db
    .updateTable('takings')
    .set({
      ...{ lease_until: null, failures, said },
      // Asked for anew while it ran: at once.
      next_at: sql<Date>`case when next_at > tried_at then next_at else ${next} end`,
      failing_since: end === 'failed' ? sql<Date>`coalesce(failing_since, ${now})` : null,
      ...(end === 'complete' ? { complete_at: now } : {}),
      ...(found
        ? { theirs: found.theirs, left_over: found.leftOver, refused: JSON.stringify(found.refused) as never }
        : {}),
    })
    .where('source_id', '=', source.id)
    .where('run', '=', run)
    .execute();
}

const retryAfter = (failures: number, every: number) => Math.min(RETRY_MINUTES[failures - 1] ?? every, every);

export type Taking = Selectable<Database['takings']>;

export async function takingsOf(db: Db, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Taking>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db.selectFrom('takings').selectAll().where('source_id', 'in', sourceIds).execute();
  return new Map(rows.map((row) => [row.source_id, row]));
}
