/** 平台接口: found, opened, changed; what is to go to each is counted here. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import { queueWork } from '../../../platform/outbox/outbox.ts';
import { reviveNamed } from '../../../platform/outbox/pieces.ts';
import {
  type ActedOn,
  type Connection,
  type ConnectionAct,
  decide,
  isTaken,
  type LoadedConnection,
  NO_SUCH_CONNECTION,
  permit,
} from '../../sharing/connection.ts';
import './tables.ts';

/** 推送一条, 对账: what the outbox calls it. */
export const SHARE = 'share';
export const COMPARE = 'compare';
export const SHARING_WORKS = [SHARE, COMPARE] as const;

/** Waits to be sent. */
export interface ShareBody {
  readonly connectionId: string;
  readonly itemId: string;
  readonly revision: number;
}

function toConnection(row: Selectable<Database['connections']>): Connection {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    way: row.way,
    address: row.address,
    keyId: row.key_id,
    secretFile: row.secret_file,
    mapping: row.mapping,
    open: row.open,
    openedAt: row.opened_at.toISOString(),
  };
}

export async function findConnection(db: Db, id: string): Promise<Connection | undefined> {
  const row = await db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toConnection(row);
}

export async function connectionsOf(db: Db, agencyIds: readonly AgencyId[]): Promise<Connection[]> {
  if (agencyIds.length === 0) return [];
  const found = db.selectFrom('connections').selectAll().where('agency_id', 'in', agencyIds);
  return (await found.orderBy('opened_at').orderBy('id').execute()).map(toConnection);
}

export async function openConnections(db: Db): Promise<Connection[]> {
  const found = db.selectFrom('connections').selectAll().where('open', '=', true);
  return (await found.orderBy('opened_at').orderBy('id').execute()).map(toConnection);
}

export const connectionStairs: Stairs<LoadedConnection, ActedOn, ConnectionAct> = {
  room: 'exchange',
  async load(tx, act) {
    const keyTaken = 'settings' in act && (await isKeyTaken(tx, act.settings.keyId, 'id' in act ? act.id : ''));
    if (act.verb === 'openConnection') return { agencyId: act.agencyId, connection: null, keyTaken };
    const row = await tx.selectFrom('connections').selectAll().where('id', '=', act.id).forUpdate().executeTakeFirst();
    return row ? { agencyId: row.agency_id, connection: toConnection(row), keyTaken } : NO_SUCH_CONNECTION;
  },
  permit,
  decide,
  async save(tx, next, { connection }, { at, newId }) {
    if (next.verb === 'sendAllAgain') {
      for (const work of SHARING_WORKS) await reviveNamed(tx, `${work}:${next.id}:`, at);
      return;
    }
    const row = {
      ...{ agency_id: next.agencyId, name: next.name, way: next.way, address: next.address, key_id: next.keyId },
      ...{ secret_file: next.secretFile, mapping: next.mapping, open: next.open, opened_at: new Date(next.openedAt) },
    };
    await tx
      .insertInto('connections')
      .values({ id: next.id, ...row })
      .onConflict((same) => same.column('id').doUpdateSet(row))
      .execute();
    // Another way or mapping is another copy: what was confirmed says nothing of it.
    if (
      connection &&
      (connection.address !== next.address || connection.way !== next.way || connection.mapping !== next.mapping)
    )
      await tx.updateTable('shared_copies').set({ digest: null }).where('connection_id', '=', next.id).execute();
    if (next.open && !isTaken(next.way)) await queueComparison(tx, next, newId(), at);
  },
};

async function isKeyTaken(tx: Tx, keyId: string, butId: string): Promise<boolean> {
  const others = tx.selectFrom('connections').select('id').where('way', '=', 'offer').where('key_id', '=', keyId);
  return (await others.where('id', '!=', butId).executeTakeFirst()) !== undefined;
}

/** The one whose other side asks under this name; undefined also while it is closed. */
export async function offerFor(db: Db, keyId: string): Promise<Connection | undefined> {
  const found = db.selectFrom('connections').selectAll().where('way', '=', 'offer').where('key_id', '=', keyId);
  const row = await found.where('open', '=', true).executeTakeFirst();
  return row && toConnection(row);
}

/** @param name of this one: asked twice under one name it is done once */
export async function queueComparison(tx: Tx, { id, agencyId }: Connection, name: string, at: Date): Promise<void> {
  await queueWork(tx, [{ id: `${COMPARE}:${id}:${name}`, work: COMPARE, agencyId, body: { connectionId: id } }], at);
}

export interface CopyToShare {
  readonly id: string;
  readonly agencyId: AgencyId;
  /** The new revision comes after this one. */
  readonly after?: number;
}

/** [XCH-31] Counts a change of each for a side that asks itself: what was not changed since it may ask is in its first revision. */
export async function countChanges(tx: Tx, connectionId: string, items: readonly CopyToShare[]): Promise<void> {
  const rows = items.map(({ id, agencyId }) => ({
    ...{ connection_id: connectionId, item_id: id, agency_id: agencyId, revision: 2 },
    ...{ confirmed: null, digest: null, receipt: null, confirmed_at: null },
  }));
  await tx
    .insertInto('shared_copies')
    .values(rows)
    .onConflict((same) =>
      same.columns(['connection_id', 'item_id']).doUpdateSet({ revision: sql<number>`shared_copies.revision + 1` }),
    )
    .execute();
}

/** [XCH-2] Counts a revision of each and queues it, in the transaction that changed it. */
export async function queueCopies(
  tx: Tx,
  connectionId: string,
  items: readonly CopyToShare[],
  at: Date,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ id, agencyId, after = 0 }) => ({
    ...{ connection_id: connectionId, item_id: id, agency_id: agencyId, revision: after + 1 },
    ...{ confirmed: null, digest: null, receipt: null, confirmed_at: null },
  }));
  const counted = await tx
    .insertInto('shared_copies')
    .values(rows)
    .onConflict((same) =>
      same.columns(['connection_id', 'item_id']).doUpdateSet({
        revision: sql<number>`greatest(shared_copies.revision + 1, excluded.revision)`,
      }),
    )
    .returning(['item_id', 'agency_id', 'revision'])
    .execute();
  const pieces = counted.map(({ item_id: itemId, agency_id: agencyId, revision }) => ({
    id: `${SHARE}:${connectionId}:${itemId}:${revision}`,
    work: SHARE,
    agencyId,
    body: { connectionId, itemId, revision } satisfies ShareBody,
  }));
  await queueWork(tx, pieces, at);
}
