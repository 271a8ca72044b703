/** 接收 [XCH-11…14]: what a source delivers, kept in one transaction with its trace; files first, each known by its content. */
import { SYSTEM } from '../../../people/actor.ts';
import { type House, perform, type Stairs } from '../../../perform.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import type { FileStore, KeptFile } from '../../../platform/files/file-store.ts';
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts';
import { BASIS } from '../../sharing/connection.ts';
import type { Held, Inventory, SharedCopy, SharedMessage } from '../../sharing/shared-copy.ts';
import {
  decideReceipt,
  HELD_ALREADY,
  type LoadedReceipt,
  NO_SUCH_SOURCE,
  permitReceipt,
  type Receive,
  type Received,
  receiptOf,
  type Source,
} from '../../sharing/source.ts';
import { toSource } from './sources.ts';

export const receiptStairs: Stairs<LoadedReceipt, Received, Receive> = {
  room: 'exchange',
  async load(tx, { sourceId, message: { item } }) {
    const source = await tx.selectFrom('sources').selectAll().where('id', '=', sourceId).forShare().executeTakeFirst();
    if (!source) return NO_SUCH_SOURCE;
    const held = await tx
      .selectFrom('received_items')
      .select(['revision', 'digest'])
      .where('source_id', '=', sourceId)
      .where('item_id', '=', item.id)
      .forUpdate()
      .executeTakeFirst();
    return { source: toSource(source), held: held ?? null, lacking: await lackingOf(tx, sourceId, hashesIn(item)) };
  },
  permit: permitReceipt,
  decide: decideReceipt,
  async save(tx, { sourceId, message: { item, revision, digest } }, { source }, { at }) {
    const isDocument = item.what === 'document';
    const row = {
      ...{ agency_id: source.agencyId, what: item.what, revision, digest },
      item: item.what === 'withdrawal' ? null : (JSON.stringify(item) as never),
      title: isDocument ? item.title : '',
      published_at: isDocument ? new Date(item.publishedAt) : null,
      received_at: at,
    };
    await tx
      .insertInto('received_items')
      .values({ source_id: sourceId, item_id: item.id, ...row })
      .onConflict((same) => same.columns(['source_id', 'item_id']).doUpdateSet(row))
      .execute();
  },
};

/** @returns the receipt; the same for what is held already, and for what something newer has replaced that of the newer */
export async function receive(
  house: House,
  { id: sourceId }: Source,
  message: SharedMessage,
): Promise<{ readonly receipt: string } | Refusal> {
  const done = await perform(house, receiptStairs, SYSTEM, { verb: 'receive', sourceId, message });
  if (!isRefusal(done)) return { receipt: receiptOf(message) };
  if (done.code !== HELD_ALREADY.code) return done;
  const held = house.db.selectFrom('received_items').select(['revision', 'digest']).where('source_id', '=', sourceId);
  return { receipt: receiptOf(await held.where('item_id', '=', message.item.id).executeTakeFirstOrThrow()) };
}

function hashesIn(item: SharedCopy): string[] {
  return item.what === 'document' ? [...item.files, ...item.pictures].map(({ sha256 }) => sha256) : [];
}

async function lackingOf(tx: Tx, sourceId: string, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await tx
    .selectFrom('received_files')
    .select('sha256')
    .where('source_id', '=', sourceId)
    .where('sha256', 'in', hashes)
    .execute();
  const here = new Set(rows.map(({ sha256 }) => sha256));
  return hashes.filter((hash) => !here.has(hash));
}

export async function holdsFile(db: Db, sourceId: string, sha256: string): Promise<boolean> {
  const found = db.selectFrom('received_files').select('file_id').where('source_id', '=', sourceId);
  return (await found.where('sha256', '=', sha256).executeTakeFirst()) !== undefined;
}

/** [XCH-12] Through the same gate as an upload; one whose content is not what its address says is not kept. */
export async function receiveFile(
  { db, now }: Pick<House, 'db' | 'now'>,
  files: Pick<FileStore, 'keep' | 'remove'>,
  { id: sourceId }: Source,
  { sha256, kind, content }: { readonly sha256: string; readonly kind: string; readonly content: Buffer },
): Promise<undefined | Refusal> {
  const kept = await files.keep([content] as unknown as AsyncIterable<Buffer>, `${sha256.slice(0, 16)}.${kind}`);
  if (isRefusal(kept)) return kept;
  const wrong =
    kept.sha256 === sha256 ? undefined : refuse('XCH-13', BASIS, '文件的内容与地址里的摘要不一致，没有接收。');
  if (wrong || !(await nameFile(db, sourceId, kept, now()))) await files.remove(kept.id);
  return wrong;
}

/** @returns whether this is the one that stays: of two that come at the same time the first does */
async function nameFile(db: Db, sourceId: string, { id, sha256, kind, bytes }: KeptFile, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('received_files')
    .values({ source_id: sourceId, sha256, file_id: id, kind, bytes, received_at: at })
    .onConflict((same) => same.columns(['source_id', 'sha256']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const PAGE = 500;

/** 持有清单 for the source that asks, a page at a time. */
export async function inventoryFor(db: Db, { id }: Source, after: string): Promise<Inventory> {
  const rows: Held[] = await db
    .selectFrom('received_items')
    .select(['item_id as id', 'what', 'revision', 'digest'])
    .where('source_id', '=', id)
    .where('item_id', '>', after)
    .orderBy('item_id')
    .limit(PAGE)
    .execute();
  return { items: rows, next: rows.length === PAGE ? rows.at(-1)!.id : null };
}
