/** 来源单位: who may deliver, found by the name he gives himself. */
import type { Insertable, Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db, Tx } from '../../../platform/database.ts';
import {
  decideSource,
  type LoadedSource,
  NO_SUCH_SOURCE,
  permitSource,
  type Source,
  type SourceAct,
} from '../../sharing/source.ts';
import './tables.ts';

export function toSource(row: Selectable<Database['sources']>): Source {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    siteUrl: row.site_url,
    keyId: row.key_id,
    secretFile: row.secret_file,
    takeFrom: row.take_from,
    takeEvery: row.take_every,
    open: row.open,
    openedAt: row.opened_at.toISOString(),
  };
}

export async function sourcesOf(db: Db, agencyIds: readonly AgencyId[]): Promise<Source[]> {
  if (agencyIds.length === 0) return [];
  const found = db.selectFrom('sources').selectAll().where('agency_id', 'in', agencyIds);
  return (await found.orderBy('opened_at').orderBy('id').execute()).map(toSource);
}

/** The one that signs with this name; undefined also while it is closed. */
export async function openSource(db: Db, keyId: string): Promise<Source | undefined> {
  const found = db.selectFrom('sources').selectAll().where('key_id', '=', keyId).where('open', '=', true);
  const row = await found.executeTakeFirst();
  return row && toSource(row);
}

export const sourceStairs: Stairs<LoadedSource, Source, SourceAct> = {
  room: 'exchange',
  async load(tx, act) {
    const ownId = act.verb === 'admitSource' ? '' : act.id;
    const keyTaken = 'settings' in act && (await isKeyTaken(tx, act.settings.keyId, ownId));
    if (act.verb === 'admitSource') return { agencyId: act.agencyId, source: null, keyTaken };
    const row = await tx.selectFrom('sources').selectAll().where('id', '=', act.id).forUpdate().executeTakeFirst();
    return row ? { agencyId: row.agency_id, source: toSource(row), keyTaken } : NO_SUCH_SOURCE;
  },
  permit: permitSource,
  decide: decideSource,
  async save(tx, next, _, { at }) {
    const row = {
      ...{ agency_id: next.agencyId, name: next.name, site_url: next.siteUrl, key_id: next.keyId },
      ...{ secret_file: next.secretFile, open: next.open, opened_at: new Date(next.openedAt) },
      ...{ take_from: next.takeFrom, take_every: next.takeEvery },
    };
    await tx
      .insertInto('sources')
      .values({ id: next.id, ...row })
      .onConflict((same) => same.column('id').doUpdateSet(row))
      .execute();
    // Whatever was changed, how it goes now is to be seen at once.
    if (next.open && next.takeFrom !== '') await queueTaking(tx, next.id, at);
  },
};

async function isKeyTaken(tx: Tx, keyId: string, butId: string): Promise<boolean> {
  const others = tx.selectFrom('sources').select('id').where('key_id', '=', keyId).where('id', '!=', butId);
  return (await others.executeTakeFirst()) !== undefined;
}

/** At once, unless somebody is at it; then he has only begun or takes it up again. */
async function queueTaking(tx: Tx, sourceId: string, at: Date): Promise<void> {
  await tx
    .insertInto('takings')
    .values({ source_id: sourceId, next_at: at } as Insertable<Database['takings']>)
    .onConflict((same) => same.column('source_id').doUpdateSet({ next_at: at }))
    .execute();
}
