/** 对账 [XCH-6]: everything that is or was public here against what they say they hold; each difference is queued again and stands in a list. */
import { inTransaction } from '../../../perform.ts';
import type { Db } from '../../../platform/database.ts';
import type { Outcome, Piece } from '../../../platform/outbox/outbox.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import type { InventoryAnswer, PlatformAdapter } from '../../adapters/platform-adapter.ts';
import { type Comparison, compareHoldings } from '../../sharing/compare-holdings.ts';
import { type Connection, isTaken } from '../../sharing/connection.ts';
import type { Held, Inventory } from '../../sharing/shared-copy.ts';
import { findConnection, queueCopies } from './connections.ts';
import { goodsOf, titlesOfItems } from './goods.ts';
import { GONE, outcomeOf, type Sharing } from './share.ts';

const PAGE = 200;
/** Listed by name; the others are mended all the same. */
const MOST_LISTED = 200;
/** Pages of an inventory: what never ends is not believed. */
const MOST_PAGES = 2_000;

export async function compare(sharing: Sharing, piece: Piece): Promise<Outcome> {
  const { db, open } = sharing;
  const { connectionId } = piece.body as { readonly connectionId: string };
  const connection = await findConnection(db, connectionId);
  if (!connection?.open) return { end: 'needless', said: '没有对账：这个接口已经停用。' };
  if (isTaken(connection.way)) return { end: 'needless', said: '没有对账：这个接口改为由对方来取，由对方核对。' };
  if (connection.way === 'webhook') return { end: 'needless', said: '变更通知只说有变化，不用对账。' };
  const adapter = open(connection);
  if (isRefusal(adapter)) return { end: 'later', said: adapter.says, down: true };
  const theirs = await heldBy(adapter);
  if (theirs !== 'untold' && 'sent' in theirs) return outcomeOf(theirs);
  const copies = await copiesOf(db, connectionId);
  const ours = await oursFor(sharing, connection);
  const held = theirs === 'untold' ? confirmedOf(copies) : theirs;
  const underWay = new Set(copies.filter((copy) => copy.confirmed !== copy.revision).map(({ item_id }) => item_id));
  const comparison = compareHoldings(ours, held, underWay);
  await keep(sharing, connection, comparison, theirs !== 'untold');
  return { end: 'done', said: saysOf(comparison) };
}

function saysOf({ ours, theirs, underWay, differences }: Comparison): string {
  const waiting = underWay > 0 ? `，在途 ${underWay} 条` : '';
  const differ = differences.length === 0 ? '没有差异' : `差异 ${differences.length} 条，已经补送`;
  return `本站 ${ours} 条，对方 ${theirs} 条${waiting}，${differ}。`;
}

type WhyNot = Exclude<InventoryAnswer, Inventory | 'untold'>;

async function heldBy(adapter: PlatformAdapter): Promise<ReadonlyMap<string, Held> | 'untold' | WhyNot> {
  const held = new Map<string, Held>();
  for (let [after, page] = ['', 0]; page < MOST_PAGES; page += 1) {
    const answer = await adapter.inventory(after);
    if (answer === 'untold' || 'sent' in answer) return answer;
    for (const one of answer.items) held.set(one.id, one);
    if (answer.next === null) return held;
    after = answer.next;
  }
  return { sent: false, why: '对方平台的持有清单没有尽头，不能对账。', again: false };
}

async function oursFor(sharing: Sharing, connection: Connection): Promise<ReadonlyMap<string, string>> {
  const goods = await goodsOf(sharing, connection);
  const digests = new Map<string, string>();
  const add = async (ids: readonly string[]) => {
    for (const { item, digest } of await goods.now(ids)) digests.set(item.id, digest);
  };
  await add(goods.always);
  for (let after = ''; ; ) {
    const ids = await goods.idsAfter(after, PAGE);
    await add(ids);
    if (ids.length < PAGE) return digests;
    after = ids.at(-1)!;
  }
}

type Copies = Awaited<ReturnType<typeof copiesOf>>;

function copiesOf(db: Db, connectionId: string) {
  return db
    .selectFrom('shared_copies')
    .select(['item_id', 'agency_id', 'revision', 'confirmed', 'digest'])
    .where('connection_id', '=', connectionId)
    .execute();
}

/** Where they do not say what they hold, what they have confirmed counts. */
function confirmedOf(copies: Copies): ReadonlyMap<string, Held> {
  const held = copies.flatMap(({ item_id: id, confirmed, digest }) =>
    confirmed !== null && digest !== null
      ? [{ id, what: digest === GONE ? ('withdrawal' as const) : ('document' as const), revision: confirmed, digest }]
      : [],
  );
  return new Map(held.map((one) => [one.id, one]));
}

async function keep(
  { db, now }: Sharing,
  connection: Connection,
  { ours, theirs, underWay, differences }: Comparison,
  told: boolean,
): Promise<void> {
  const { id: connectionId, agencyId } = connection;
  const listed = differences.slice(0, MOST_LISTED);
  const titles = await titlesOfItems(
    db,
    connection,
    listed.map(({ id }) => id),
  );
  const lines = listed.map(({ kind, id }) => ({
    kind,
    id,
    title: titles.get(id) ?? '',
  }));
  await inTransaction(db, async (tx) => {
    const mends = differences.map(({ id, theirRevision }) => ({ id, agencyId, after: theirRevision }));
    for (let n = 0; n < mends.length; n += PAGE) await queueCopies(tx, connectionId, mends.slice(n, n + PAGE), now());
    const row = {
      told,
      ours,
      theirs,
      under_way: underWay,
      found: differences.length,
      differences: JSON.stringify(lines) as never,
    };
    await tx
      .insertInto('comparisons')
      .values({ connection_id: connectionId, at: now(), ...row })
      .onConflict((same) => same.columns(['connection_id', 'at']).doUpdateSet(row))
      .execute();
  });
}
