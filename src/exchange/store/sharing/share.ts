/** 推送 [XCH-3]: one item goes to one platform as it stands at this moment. What a newer change has overtaken is not sent. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/database.ts';
import type { Outcome, Piece } from '../../../platform/outbox/outbox.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import type { OpenAdapter } from '../../adapters/adapters.ts';
import type { Outgoing } from '../../adapters/platform-adapter.ts';
import type { Handover } from '../../channel.ts';
import { isTaken } from '../../sharing/connection.ts';
import { findConnection, type ShareBody } from './connections.ts';
import { goodsOf, type Stock } from './goods.ts';

export interface Sharing extends Stock {
  readonly now: () => Date;
  readonly open: OpenAdapter;
}

/** Stands for the digest of what is held no more. */
export const GONE = 'gone';

export async function share(sharing: Sharing, piece: Piece): Promise<Outcome> {
  const { db, now, open } = sharing;
  const { connectionId, itemId, revision } = piece.body as ShareBody;
  const connection = await findConnection(db, connectionId);
  if (!connection?.open) return { end: 'needless', said: '没有推送：这个接口已经停用。开通时会对账补送。' };
  if (isTaken(connection.way)) return { end: 'needless', said: '没有推送：这个接口改为由对方来取。' };
  // Read before the item: what changes meanwhile is queued as a revision of its own.
  if (revision < (await revisionOf(db, connectionId, itemId)))
    return { end: 'needless', said: '没有推送：后来又改过，以后一次为准。' };
  const adapter = open(connection);
  if (isRefusal(adapter)) return { end: 'later', said: adapter.says, down: true };
  const goods = await goodsOf(sharing, connection);
  const [found] = await goods.now([itemId]);
  const { item, digest, files } = found ?? goods.gone(itemId, civilDateAt(now()));
  const handed = await adapter.deliver({ key: piece.id, message: { revision, digest, item } as Outgoing, files });
  if (handed.sent) await confirm(db, { connectionId, itemId, revision }, found ? digest : GONE, handed.answer, now());
  return outcomeOf(handed);
}

export function outcomeOf(handed: Handover): Outcome {
  if (handed.sent) return { end: 'done', said: handed.answer };
  if (!handed.again) return { end: 'never', said: handed.why };
  return { end: 'later', said: handed.why, ...(handed.down ? { down: true } : {}) };
}

async function revisionOf(db: Db, connectionId: string, itemId: string): Promise<number> {
  const row = await db
    .selectFrom('shared_copies')
    .select('revision')
    .where('connection_id', '=', connectionId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

async function confirm(
  db: Db,
  { connectionId, itemId, revision }: ShareBody,
  digest: string,
  receipt: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('shared_copies')
    .set({ confirmed: revision, digest, receipt, confirmed_at: at })
    .where('connection_id', '=', connectionId)
    .where('item_id', '=', itemId)
    .where(sql<boolean>`coalesce(confirmed, 0) <= ${revision}`)
    .execute();
}
