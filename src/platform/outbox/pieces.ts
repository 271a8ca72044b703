/** What is in the outbox, for people: listed by how it stands, counted, tried again, given up. */
import type { Selectable } from 'kysely';
import type { Database, Db, Tx } from '../database.ts';
import type { Piece, PieceState, WhichWorks } from './outbox.ts';

export interface PieceFound extends Piece {
  /** When it is tried next, or when it was settled. */
  readonly at: Date;
  readonly said: string;
}

const SHOWN = 200;

/** What waits in the order of its turn, what is settled the latest first; at most 200. @param which left out: of every kind */
export async function listPieces(
  db: Db,
  agencyIds: readonly string[],
  state: PieceState,
  which: WhichWorks = { allBut: [] },
): Promise<PieceFound[]> {
  if (agencyIds.length === 0) return [];
  const found = db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', state)
    .where('agency_id', 'in', agencyIds)
    .where((e) => e('work', inOrNot(which), ['', ...worksOf(which)]));
  const ordered = state === 'waiting' ? found.orderBy('run_at') : found.orderBy('settled_at', 'desc');
  return (await ordered.orderBy('id').limit(SHOWN).execute()).map(toFound);
}

// No work has an empty name, so that a list is never empty.
const worksOf = (which: WhichWorks) => ('only' in which ? which.only : which.allBut);
const inOrNot = (which: WhichWorks) => ('only' in which ? 'in' : 'not in');

function toFound(row: Selectable<Database['outbox']>): PieceFound {
  return {
    id: row.id,
    work: row.work,
    agencyId: row.agency_id,
    body: row.body,
    attempts: row.attempts,
    madeAt: row.made_at,
    at: row.settled_at ?? row.run_at,
    said: row.said ?? '',
  };
}

/** Those whose names begin so: of one receiver, where a name tells it. What waits longest, or died last, stands first; at most 200. */
export async function piecesNamed(db: Db, beginning: string, state: 'waiting' | 'dead'): Promise<PieceFound[]> {
  const found = db.selectFrom('outbox').selectAll().where('state', '=', state).where('id', 'like', `${beginning}%`);
  const ordered = state === 'dead' ? found.orderBy('settled_at', 'desc') : found.orderBy('run_at');
  return (await ordered.orderBy('id').limit(SHOWN).execute()).map(toFound);
}

/** Given up, by the kind of work. */
export async function countDeadByWork(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['work', (of) => of.fn.countAll<number>().as('n')])
    .where('state', '=', 'dead')
    .groupBy('work')
    .execute();
  return new Map(rows.map(({ work, n }) => [work, Number(n)]));
}

/** How many of them wait and how many are dead. */
export async function countNamed(
  db: Db,
  beginning: string,
): Promise<{ readonly waiting: number; readonly dead: number }> {
  const { waiting, dead } = await db
    .selectFrom('outbox')
    .where('id', 'like', `${beginning}%`)
    .where('state', 'in', ['waiting', 'dead'])
    .select((q) => [
      q.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      q.fn.countAll<number>().filterWhere('state', '=', 'dead').as('dead'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting, dead };
}

/** How many there are in each state; dead ones of every kind of work but those left out, since each needs somebody. */
export async function countPieces(
  db: Db,
  agencyIds: readonly string[],
  work: string,
  allBut: readonly string[] = [],
): Promise<Readonly<Record<PieceState, number>>> {
  const counted: Record<PieceState, number> = { waiting: 0, done: 0, dead: 0, given_up: 0 };
  if (agencyIds.length === 0) return counted;
  const rows = await db
    .selectFrom('outbox')
    .select(['state', (q) => q.fn.countAll<number>().as('n')])
    .where('agency_id', 'in', agencyIds)
    .where((e) => e.or([e('work', '=', work), e('state', '=', 'dead')]))
    .where('work', 'not in', ['', ...allBut])
    .groupBy('state')
    .execute();
  for (const { state, n } of rows) counted[state] = n;
  return counted;
}

const SILENCE_MS = 3_600_000;

/**
 * 一条也没有发出 [MSG-13]: something has been due for an hour and nothing has gone out meanwhile. What is only held for the morning is not meant.
 * @returns since when the longest waiting one waits
 */
export async function stalledSince(
  db: Db,
  agencyIds: readonly string[],
  work: string,
  now: Date,
): Promise<Date | undefined> {
  if (agencyIds.length === 0) return undefined;
  const since = new Date(now.getTime() - SILENCE_MS);
  const outbox = db.selectFrom('outbox').where('work', '=', work).where('agency_id', 'in', agencyIds);
  const sent = await outbox.select('id').where('state', '=', 'done').where('settled_at', '>', since).limit(1).execute();
  if (sent.length > 0) return undefined;
  const waiting = await outbox
    .select((q) => q.fn.min('made_at').as('made_at'))
    .where('state', '=', 'waiting')
    .where((e) => e.or([e('run_at', '<=', since), e.and([e('attempts', '>', 0), e('made_at', '<=', since)])]))
    .executeTakeFirst();
  return waiting?.made_at ?? undefined;
}

export async function lockPiece(
  tx: Tx,
  id: string,
): Promise<{ readonly agencyId: string; readonly state: PieceState } | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(['agency_id', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { agencyId: row.agency_id, state: row.state };
}

/** Tried again at once, with all its tries before it. */
export async function revive(tx: Tx, id: string, at: Date): Promise<void> {
  const anew = { state: 'waiting', run_at: at, attempts: 0, lease_until: null, settled_at: null } as const;
  await tx.updateTable('outbox').set(anew).where('id', '=', id).execute();
}

/** All dead ones whose names begin so. @returns how many */
export async function reviveNamed(tx: Tx, beginning: string, at: Date): Promise<number> {
  const anew = { state: 'waiting', run_at: at, attempts: 0, lease_until: null, settled_at: null } as const;
  const dead = tx.updateTable('outbox').set(anew).where('state', '=', 'dead').where('id', 'like', `${beginning}%`);
  return Number((await dead.executeTakeFirst()).numUpdatedRows);
}

/** @param why stands with it from now on, instead of what the last try was answered */
export async function giveUp(tx: Tx, id: string, why: string, at: Date): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'given_up', said: why, settled_at: at }).where('id', '=', id).execute();
}
