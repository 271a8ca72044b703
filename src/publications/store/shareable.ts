/** 可以共享的信息: what is or was public, whole, for platforms that get a copy: the live edition as it stands, or that it was withdrawn. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { AttachedFile } from '../attached-file.ts';
import { cleanBody } from '../body.ts';
import type { Document, DocumentId } from '../document.ts';
import type { BodyPicture } from '../picture.ts';
import { findDocuments } from './documents.ts';
import './tables.ts';

export interface Shareable {
  readonly document: Pick<Document, 'id' | 'agencyId' | 'kind' | 'columns' | 'ending' | 'withdrawal'> & {
    readonly indexNo: string;
    readonly publishedAt: string;
  };
  /** Null when it was withdrawn. */
  readonly live:
    | (Pick<NonNullable<Document['live']>, 'particulars' | 'bodyHtml' | 'changeNote' | 'publishedAt'> & {
        readonly attachments: readonly Omit<AttachedFile, 'findings'>[];
        readonly pictures: readonly BodyPicture[];
      })
    | null;
}

/** Of these the ones that are or were public. */
export async function shareableDocuments(db: Db, ids: readonly DocumentId[]): Promise<Shareable[]> {
  const documents = (await findDocuments(db, ids)).filter(({ state }) => state !== 'draft');
  const pictures = await picturesOf(
    db,
    documents.map(({ id }) => id),
  );
  return documents.map(({ id, agencyId, kind, columns, ending, withdrawal, indexNo, publishedAt, live }) => ({
    document: { id, agencyId, kind, columns, ending, withdrawal, indexNo: indexNo!, publishedAt: publishedAt! },
    live:
      live && !withdrawal
        ? {
            particulars: live.particulars,
            bodyHtml: cleanBody(live.bodyHtml),
            changeNote: live.changeNote,
            publishedAt: live.publishedAt,
            attachments: live.attachments.map(({ findings: _, ...file }) => file),
            pictures: pictures.get(id) ?? [],
          }
        : null,
  }));
}

/** Ids of what is or was public, in their order. */
export async function shareableIds(
  db: Db,
  agencyIds: readonly AgencyId[],
  after: DocumentId,
  most: number,
): Promise<DocumentId[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where('state', 'in', ['published', 'withdrawn'])
    .where('agency_id', 'in', agencyIds)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those in the bodies of live editions. */
async function picturesOf(db: Db, ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, BodyPicture[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
    )
    .innerJoin('pictures', (join) =>
      join
        .onRef('pictures.agency_id', '=', 'documents.agency_id')
        .on(sql<boolean>`editions.pictures @> jsonb_build_array(pictures.sha256)`),
    )
    .select(['documents.id', 'pictures.agency_id as agencyId', 'pictures.sha256', 'pictures.kind', 'pictures.sizes'])
    .where('documents.id', 'in', ids)
    .where(sql<boolean>`jsonb_array_length(editions.pictures) > 0`)
    .orderBy('pictures.sha256')
    .execute();
  const found = new Map<DocumentId, BodyPicture[]>();
  for (const { id, ...picture } of rows) found.set(id, [...(found.get(id) ?? []), picture]);
  return found;
}
