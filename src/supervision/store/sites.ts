/** 监测站点的存取. */
import type { Db, Tx } from '../../platform/database.ts';
import type { ColumnKindName } from '../seen-page.ts';
import type { WatchedSite } from '../site.ts';

declare module '../../platform/database.ts' {
  interface Database {
    watched_sites: {
      id: string;
      agency_id: string;
      name: string;
      address: string;
      own: boolean;
      internal: boolean;
      hosts: readonly string[];
      script_hosts: readonly string[];
      added_at: Date;
      removed_at: Date | null;
    };
    watched_columns: { site_id: string; url: string; kind: ColumnKindName };
  }
}

export async function watchedSites(db: Db, ids?: readonly string[]): Promise<WatchedSite[]> {
  const rows = await db
    .selectFrom('watched_sites')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where('id', 'in', ids!.length > 0 ? ids! : ['']))
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  const columns = await db.selectFrom('watched_columns').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    address: row.address,
    own: row.own,
    internal: row.internal,
    hosts: row.hosts,
    scriptHosts: row.script_hosts,
    columns: new Map(columns.filter(({ site_id }) => site_id === row.id).map(({ url, kind }) => [url, kind])),
  }));
}

export async function addSite(tx: Tx, site: WatchedSite, at: Date): Promise<void> {
  await tx
    .insertInto('watched_sites')
    .values({
      id: site.id,
      agency_id: site.agencyId,
      name: site.name,
      address: site.address,
      own: site.own,
      internal: site.internal,
      hosts: [...site.hosts],
      script_hosts: [...site.scriptHosts],
      added_at: at,
      removed_at: null,
    })
    .execute();
  if (site.columns.size > 0)
    await tx
      .insertInto('watched_columns')
      .values([...site.columns].map(([url, kind]) => ({ site_id: site.id, url, kind })))
      .execute();
}
