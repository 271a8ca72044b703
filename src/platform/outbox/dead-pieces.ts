/** What nobody tries any more: listed, tried again, given up. */
import type { Db, Tx } from '../database.ts';
import type { Piece, PieceState } from './outbox.ts';
import './outbox.ts';

export interface DeadPiece extends Piece {
  readonly settledAt: Date;
  readonly said: string;
}

const SHOWN = 200;

/** The latest first. */
export async function listDead(db: Db, agencyIds: readonly string[]): Promise<DeadPiece[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'dead')
    .where('agency_id', 'in', agencyIds)
    .orderBy('settled_at', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    work: row.work,
    agencyId: row.agency_id,
    body: row.body,
    attempts: row.attempts,
    madeAt: row.made_at,
    settledAt: row.settled_at!,
    said: row.said ?? '',
  }));
}

/** 等待、没有发出 at these agencies. */
export async function countPieces(
  db: Db,
  agencyIds: readonly string[],
  work: string,
): Promise<{ readonly waiting: number; readonly dead: number }> {
  if (agencyIds.length === 0) return { waiting: 0, dead: 0 };
  const rows = await db
    .selectFrom('outbox')
    .select(['state', (q) => q.fn.countAll<number>().as('n')])
    .where('agency_id', 'in', agencyIds)
    .where('work', '=', work)
    .where('state', 'in', ['waiting', 'dead'])
    .groupBy('state')
    .execute();
  const of = (state: PieceState) => rows.find((row) => row.state === state)?.n ?? 0;
  return { waiting: of('waiting'), dead: of('dead') };
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

export async function giveUp(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'given_up', settled_at: at }).where('id', '=', id).execute();
}
