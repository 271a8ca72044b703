/** 来源单位: who may deliver, found by the name he gives himself. */
import type { Selectable } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Stairs } from '../../../perform.ts';
import type { Database, Db } from '../../../platform/database.ts';
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
    const found = tx.selectFrom('sources').selectAll();
    if (act.verb === 'admitSource') {
      const holder = await found.where('key_id', '=', act.settings.keyId).executeTakeFirst();
      return { agencyId: act.agencyId, source: null, keyTaken: holder !== undefined };
    }
    const row = await found.where('id', '=', act.id).forUpdate().executeTakeFirst();
    return row ? { agencyId: row.agency_id, source: toSource(row), keyTaken: false } : NO_SUCH_SOURCE;
  },
  permit: permitSource,
  decide: decideSource,
  async save(tx, next) {
    const row = {
      ...{ agency_id: next.agencyId, name: next.name, site_url: next.siteUrl, key_id: next.keyId },
      ...{ secret_file: next.secretFile, open: next.open, opened_at: new Date(next.openedAt) },
    };
    await tx
      .insertInto('sources')
      .values({ id: next.id, ...row })
      .onConflict((same) => same.column('id').doUpdateSet(row))
      .execute();
  },
};
