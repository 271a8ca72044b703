/**
 * 由对方来取 [XCH-31, XCH-32]: what a side that asks itself is told of: the list of all that is or was public within its reach, one item as it stands at this
 * moment, a file of it. The same copies, mapping and digests as what is pushed; what it has fetched counts as confirmed.
 */
import { sql } from 'kysely';
import type { Db } from '../../../platform/database.ts';
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts';
import type { FileToSend } from '../../adapters/platform-adapter.ts';
import { BASIS, type Connection } from '../../sharing/connection.ts';
import { mapped } from '../../sharing/field-mapping.ts';
import { type Inventory, messageOf, type SharedMessage } from '../../sharing/shared-copy.ts';
import { type Good, goodsOf, type Stock } from './goods.ts';

const PAGE = 200;
/** Of what was not changed since the other side may ask. */
const FIRST = 1;

export const NOT_OFFERED = refuse('NO_SUCH_OFFER', BASIS, '没有这一条，或者不在这个接口的范围里。请按清单来取。');

/** 清单, a page at a time in the order of the ids; the columns with the first. What stands in no column they know is not in it. */
export async function offersAfter(stock: Stock, connection: Connection, after: string): Promise<Inventory> {
  const goods = await goodsOf(stock, connection);
  const isFirst = after === '';
  const ids = await goods.idsAfter(after, PAGE);
  const found = await goods.now(isFirst ? [...goods.always, ...ids] : ids);
  const revisions = await revisionsOf(stock.db, connection.id, [...goods.always, ...ids]);
  const items = found.flatMap(({ item, digest }) => {
    const revision = revisions.get(item.id) ?? FIRST;
    const { id, what } = item as SharedMessage['item'];
    return isRefusal(asTheirs({ item, digest }, revision, connection)) ? [] : [{ id, what, revision, digest }];
  });
  return { items, next: ids.length === PAGE ? ids.at(-1)! : null };
}

/**
 * One item as the other side reads it. The revision is read first: what changes meanwhile is counted after it.
 * @param after the revision they hold of it: what they get comes after that, also where ours were counted anew from a backup
 */
export async function offeredCopy(
  stock: Stock & { readonly now: () => Date },
  connection: Connection,
  id: string,
  after: number,
): Promise<object | Refusal> {
  const counted = (await revisionsOf(stock.db, connection.id, [id])).get(id) ?? FIRST;
  const good = await goodOf(stock, connection, id);
  if (!good) return NOT_OFFERED;
  const revision = Math.max(counted, after + 1);
  const theirs = asTheirs(good, revision, connection);
  if (!isRefusal(theirs)) await confirmTaken(stock, connection, { id, revision, digest: good.digest });
  return theirs;
}

/** A file that the item names as it stands, and no other. */
export async function offeredFile(
  stock: Stock,
  connection: Connection,
  id: string,
  sha256: string,
): Promise<FileToSend | Refusal> {
  const good = await goodOf(stock, connection, id);
  if (!good || isRefusal(asTheirs(good, FIRST, connection))) return NOT_OFFERED;
  return good.files.find((file) => file.sha256 === sha256) ?? NOT_OFFERED;
}

async function goodOf(stock: Stock, connection: Connection, id: string): Promise<Good | undefined> {
  return (await (await goodsOf(stock, connection)).now([id]))[0];
}

function asTheirs(
  { item }: Pick<Good, 'item' | 'digest'>,
  revision: number,
  { mapping }: Connection,
): object | Refusal {
  return mapped(messageOf(item as SharedMessage['item'], revision), mapping);
}

async function revisionsOf(db: Db, connectionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('shared_copies')
    .select(['item_id', 'revision'])
    .where('connection_id', '=', connectionId)
    .where('item_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ item_id, revision }) => [item_id, revision]));
}

async function confirmTaken(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  { id: connectionId, agencyId }: Connection,
  { id, revision, digest }: { readonly id: string; readonly revision: number; readonly digest: string },
): Promise<void> {
  const taken = { confirmed: revision, digest, receipt: '对方取走', confirmed_at: now() };
  await db
    .insertInto('shared_copies')
    .values({ connection_id: connectionId, item_id: id, agency_id: agencyId, revision, ...taken })
    .onConflict((same) =>
      same
        .columns(['connection_id', 'item_id'])
        .doUpdateSet({ ...taken, revision: sql<number>`greatest(shared_copies.revision, excluded.revision)` })
        .where(sql<boolean>`coalesce(shared_copies.confirmed, 0) <= excluded.confirmed`),
    )
    .execute();
}
