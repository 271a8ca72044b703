/** 正文里的图片: the rows of pictures, which of them a body may name, and who reads them. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Scene, Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import type { DocumentId } from '../document.ts';
import { permitPicture } from '../permissions.ts';
import type { BodyPicture, PictureHash } from '../picture.ts';
import './tables.ts';

export interface AddPicture {
  readonly verb: 'addPicture';
  readonly picture: BodyPicture;
}

interface AddedPicture extends BodyPicture {
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** 插入图片: whoever writes or arranges for the agency puts a picture there; no body names it yet. The same one put there again stays the first. */
export const pictureStairs: Stairs<AgencyId, AddedPicture, AddPicture> = {
  room: 'publications',
  load: async (_, { picture }) => picture.agencyId,
  permit: (actor, _, agencyId) => permitPicture(actor, agencyId),
  decide: (_, { picture }, { actor, at }: Scene) => ({
    next: { ...picture, addedBy: actor.id, addedAt: at },
    entry: {
      verb: 'pictureAdded',
      subject: picture.sha256,
      agencyId: picture.agencyId,
      basis: art(17),
      content: { sha256: picture.sha256, kind: picture.kind },
    },
  }),
  async save(tx, { agencyId, sha256, kind, sizes, addedBy, addedAt }) {
    await tx
      .insertInto('pictures')
      .values({
        ...{ agency_id: agencyId, sha256, kind, added_by: addedBy, added_at: addedAt },
        sizes: sql<BodyPicture['sizes']>`${JSON.stringify(sizes)}::jsonb`,
      })
      .onConflict((same) => same.columns(['agency_id', 'sha256']).doUpdateSet({ added_at: addedAt }))
      .execute();
  },
};

/** Of these the ones that were put there for the agency. */
export async function picturesToName(
  tx: Tx,
  hashes: readonly PictureHash[],
  agencyId: AgencyId,
): Promise<ReadonlySet<PictureHash>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .selectFrom('pictures')
    .select('sha256')
    .where('agency_id', '=', agencyId)
    .where('sha256', 'in', hashes)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** For officers; whether they may see it is asked before, by the document or by the agency. */
export async function findPictures(
  db: Db,
  sha256: PictureHash,
  agencies: readonly AgencyId[],
): Promise<BodyPicture | undefined> {
  if (agencies.length === 0) return undefined;
  const row = await db
    .selectFrom('pictures')
    .select(['agency_id as agencyId', 'sha256', 'kind', 'sizes'])
    .where('sha256', '=', sha256)
    .where('agency_id', 'in', agencies)
    .executeTakeFirst();
  return row;
}

/** The same content is the same picture, for whichever agency it was put there. Whoever asks has made sure that it may be seen. */
export async function keptPicture(db: Db, sha256: PictureHash): Promise<BodyPicture | undefined> {
  return db
    .selectFrom('pictures')
    .select(['agency_id as agencyId', 'sha256', 'kind', 'sizes'])
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
}

/** 公开的图片: of the live edition of a published document, and of nothing else. */
export async function publicPicture(
  db: Db,
  documentId: DocumentId,
  sha256: PictureHash,
): Promise<BodyPicture | undefined> {
  return db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
    )
    .innerJoin('pictures', (join) => join.onRef('pictures.agency_id', '=', 'documents.agency_id'))
    .select(['pictures.agency_id as agencyId', 'pictures.sha256', 'pictures.kind', 'pictures.sizes'])
    .where('documents.id', '=', documentId)
    .where('documents.state', '=', 'published')
    .where('pictures.sha256', '=', sha256)
    .where(sql<boolean>`editions.pictures @> ${JSON.stringify([sha256])}::jsonb`)
    .executeTakeFirst();
}

/** Which of these kept files a row names: the sweep of the file store leaves them. */
export async function namedPictureFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql<{ id: string }>`
    select size ->> 'id' as id from pictures, jsonb_array_elements(sizes) as size
    where size ->> 'id' in (${sql.join(ids)})`.execute(db);
  return new Set(rows.rows.map(({ id }) => id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function pictureFileIds(db: Db): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>`
    select size ->> 'id' as id from pictures, jsonb_array_elements(sizes) as size`.execute(db);
  return rows.rows.map(({ id }) => id);
}

/**
 * 清理: pictures from before a day that no edition ever named and the home page does not show; their content goes with the next sweep of the store.
 * @param shown elsewhere, by rooms that know of it
 */
export async function forgetUnusedPictures(
  db: Db,
  before: Date,
  shown: readonly PictureHash[] = [],
  most = 500,
): Promise<number> {
  const { rows } = await sql<{ sha256: string }>`
    delete from pictures where (agency_id, sha256) in (
      select agency_id, sha256 from pictures where added_at < ${before} and not (sha256 = any (${[...shown]}::text[]))
        and not exists (select 1 from editions where editions.pictures @> jsonb_build_array(pictures.sha256)
          and editions.agency_id = pictures.agency_id)
        and not exists (select 1 from home_arrangements h where h.agency_id = pictures.agency_id
          and jsonb_path_exists(h.blocks, '$[*].links[*] ? (@.picture == $hash)', jsonb_build_object('hash', pictures.sha256)))
      order by added_at limit ${most}
    ) returning sha256`.execute(db);
  return rows.length;
}
