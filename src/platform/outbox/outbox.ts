/**
 * 待发 The outbox: work that an act leaves behind (a message to be sent), queued in its transaction and done afterwards, so that an act that
 * is rolled back tells nobody and one that is committed tells everybody. It knows no duty: what is to be done is data of whoever does it.
 *
 * A piece is taken under a lease, which its holder renews as long as he is at it. Whoever dies with it loses it when the lease ends, and it is
 * done again: at least once, so the receiver must be able to recognise the second by the id of the piece.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import { LEASE } from './lease.ts';

declare module '../database.ts' {
  interface Database {
    outbox: {
      id: string;
      work: string;
      agency_id: string;
      body: object;
      state: PieceState;
      made_at: Date;
      run_at: Date;
      attempts: number;
      lease_until: Date | null;
      said: string | null;
      settled_at: Date | null;
    };
  }
}

export type PieceState = 'waiting' | 'done' | 'dead' | 'given_up';

export interface NewPiece {
  /** Names the piece: queued twice it is there once. */
  readonly id: string;
  readonly work: string;
  readonly agencyId: string;
  readonly body: object;
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
}

/** A piece under lease. */
export interface Piece {
  readonly id: string;
  readonly work: string;
  readonly agencyId: string;
  readonly body: object;
  /** This one included. */
  readonly attempts: number;
  readonly madeAt: Date;
}

/**
 * How a try ended. `done` with what the other side answered; `needless` when there is nothing to do after all; `later` when it may go well
 * another time, `down` when nothing else would go well now either; `never` when it will not. `said` is read by people and never holds an address.
 */
export type Outcome =
  | { readonly end: 'done' | 'needless'; readonly said: string }
  | { readonly end: 'later'; readonly said: string; readonly down?: true }
  | { readonly end: 'never'; readonly said: string };

/** A statement takes so many values and no more. */
const AT_ONCE = 1_000;

export async function queueWork(tx: Tx, pieces: readonly NewPiece[], at: Date): Promise<void> {
  for (let from = 0; from < pieces.length; from += AT_ONCE)
    await tx
      .insertInto('outbox')
      .values(
        pieces.slice(from, from + AT_ONCE).map(({ id, work, agencyId, body, runAt = at }) => ({
          ...{ id, work, agency_id: agencyId, body, state: 'waiting' as const, made_at: at, run_at: runAt },
          ...{ attempts: 0, lease_until: null, said: null, settled_at: null },
        })),
      )
      .onConflict((on) => on.column('id').doNothing())
      .execute();
}

/** Which kinds of work: these, or all but these. */
export type WhichWorks = { readonly only: readonly string[] } | { readonly allBut: readonly string[] };

/** Takes what is due, the longest waiting first; what another has under lease is passed over. */
export async function takeDue(db: Db, now: Date, most: number, which: WhichWorks = { allBut: [] }): Promise<Piece[]> {
  const rows = await db
    .updateTable('outbox')
    .set({ lease_until: LEASE, attempts: sql`attempts + 1` })
    .where('id', 'in', (q) =>
      q
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('run_at', '<=', now)
        .$if('only' in which, (due) => due.where('work', 'in', 'only' in which ? which.only : []))
        .$if('allBut' in which && which.allBut.length > 0, (due) =>
          due.where('work', 'not in', 'allBut' in which ? which.allBut : []),
        )
        .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', sql<Date>`now()`)]))
        .orderBy('run_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'work', 'agency_id', 'body', 'attempts', 'made_at'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    work: row.work,
    agencyId: row.agency_id,
    body: row.body,
    attempts: row.attempts,
    madeAt: row.made_at,
  }));
}

/** Keeps what somebody is still at; what was settled, or taken by another, is left alone. */
export async function renewLeases(db: Db, pieces: Iterable<Piece>): Promise<void> {
  const held = [...pieces];
  if (held.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ lease_until: LEASE })
    .where('state', '=', 'waiting')
    .where('lease_until', 'is not', null)
    .where((e) => e.or(held.map(({ id, attempts }) => e.and({ id, attempts }))))
    .execute();
}

/** 再试的间隔, minutes after the first, second … try; after the last the piece is dead. Nearly three days in all: longer than a weekend. */
export const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1_440, 1_440] as const;

const SETTLED = { done: 'done', needless: 'given_up', later: 'dead', never: 'dead' } as const;

/** Writes how a try ended. Whoever has lost the lease meanwhile writes nothing: the try of the other counts. */
export async function settle(db: Db, { id, attempts }: Piece, outcome: Outcome, now: Date): Promise<void> {
  const { end, said } = outcome;
  const wait = end === 'later' ? RETRY_MINUTES[attempts - 1] : undefined;
  const after =
    wait !== undefined ? { run_at: new Date(now.getTime() + wait * 60_000) } : { state: SETTLED[end], settled_at: now };
  await db
    .updateTable('outbox')
    .set({ ...after, said, lease_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute();
}

/** What was settled long ago is evidence no more. */
export async function forgetSettled(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('outbox').where('state', 'in', ['done', 'given_up']).where('settled_at', '<', before).execute();
}

/** How many pieces are in which state; without those that are done. */
export async function countPieces(db: Db): Promise<ReadonlyMap<PieceState, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', (of) => of.fn.countAll<number>().as('n')])
    .where('state', 'in', ['waiting', 'dead'])
    .groupBy('state')
    .execute();
  return new Map<PieceState, number>([
    ['waiting', 0],
    ['dead', 0],
    ...rows.map(({ state, n }) => [state, Number(n)] as const),
  ]);
}
