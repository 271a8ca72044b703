/** 旧网址: kept with what was taken over, asked for by whoever comes by an old link. */
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import {
  type FormerAddress,
  type FormerPath,
  type KeepFormerAddress,
  keepFormerAddress,
  type TakenAddress,
} from '../former-address.ts';
import { permit } from '../permissions.ts';
import './tables.ts';

export const formerAddressStairs: Stairs<TakenAddress, readonly FormerAddress[], KeepFormerAddress> = {
  room: 'publications',
  load: async (tx, { path }) => ({ taken: (await formerAddress(tx, path))?.documentId }),
  permit: (actor, { agencyId }) => permit('openWithBalance', actor, { agencyId }),
  decide: (loaded, command) => keepFormerAddress(loaded, command),
  async save(tx, next) {
    const rows = next.map(({ path, documentId, agencyId, fileId }) => ({
      ...{ path, document_id: documentId, agency_id: agencyId, file_id: fileId },
    }));
    const [own, ...files] = rows;
    await tx.insertInto('former_addresses').values(own!).execute();
    if (files.length === 0) return;
    // Two articles may carry the same file: the first one's copy is as good.
    await tx
      .insertInto('former_addresses')
      .values(files)
      .onConflict((c) => c.doNothing())
      .execute();
  },
};

export async function formerAddress(db: Db, path: FormerPath): Promise<FormerAddress | undefined> {
  return db
    .selectFrom('former_addresses')
    .select(['path', 'document_id as documentId', 'agency_id as agencyId', 'file_id as fileId'])
    .where('path', '=', path)
    .executeTakeFirst();
}

/** All articles of the former site with where they are now, for who leads on without the server. */
export async function formerArticles(db: Db): Promise<readonly Pick<FormerAddress, 'path' | 'documentId'>[]> {
  return db
    .selectFrom('former_addresses')
    .select(['path', 'document_id as documentId'])
    .where('file_id', 'is', null)
    .orderBy('path')
    .execute();
}

/** Of these the articles that were taken over before. */
export async function takenOver(db: Db, paths: readonly FormerPath[]): Promise<ReadonlySet<FormerPath>> {
  if (paths.length === 0) return new Set();
  const rows = await db
    .selectFrom('former_addresses')
    .select('path')
    .where('path', 'in', [...paths])
    .where('file_id', 'is', null)
    .execute();
  return new Set(rows.map(({ path }) => path));
}
