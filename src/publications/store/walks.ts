/** What programs fetch of everything public: the newest for a feed, every address for a site map. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { ColumnKey } from '../columns.ts';
import type { DocumentId } from '../document.ts';
import type { FeedEntry, ListPage, PublicAddress } from '../public-view.ts';
import './tables.ts';

/** 订阅范围: everything, a column with those below it, or what one agency published. */
export interface FeedScope {
  readonly column?: ColumnKey;
  readonly agencyId?: AgencyId;
}

const OPENING = 200;

/** The newest, newest first, at most `limit`. */
export async function feedEntries(db: Db, scope: FeedScope, limit: number): Promise<FeedEntry[]> {
  const newest = await newestIds(db, scope, limit);
  if (newest.length === 0) return [];
  const rows = await live(db)
    .where('documents.id', 'in', newest)
    .select(['documents.id', 'documents.title', 'documents.kind', 'documents.issuer'])
    .select(['documents.published_at', 'editions.published_at as changed_at'])
    .select(sql<string>`editions.particulars->>'summary'`.as('summary'))
    .select(sql<string>`left(editions.body_text, ${OPENING})`.as('opening'))
    .orderBy('documents.published_at', 'desc')
    .orderBy('documents.id', 'desc')
    .execute();
  return rows.map(({ id, title, kind, issuer, summary, opening, published_at, changed_at }) => ({
    id,
    title,
    kind,
    issuer,
    says: summary || opening,
    publishedAt: published_at!.toISOString(),
    changedAt: (changed_at ?? published_at!).toISOString(),
  }));
}

/** By the index of the scope, so that a small column among many documents is as quick as a large one. */
async function newestIds(db: Db, { column, agencyId }: FeedScope, limit: number): Promise<DocumentId[]> {
  if (column !== undefined) {
    const placed = await db
      .selectFrom('placements')
      .select('document_id as id')
      .where('column_key', '=', column)
      .where('live', '=', true)
      .orderBy('published_at', 'desc')
      .orderBy('document_id', 'desc')
      .limit(limit)
      .execute();
    return placed.map(({ id }) => id);
  }
  const published = db.selectFrom('documents').select('id').where('state', '=', 'published');
  const rows = await (agencyId === undefined ? published : published.where('agency_id', '=', agencyId))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Addresses of everything public, by id, so that a page of them stays the same when newer ones come. */
export async function publicAddresses(db: Db, page: ListPage): Promise<PublicAddress[]> {
  const rows = await live(db)
    .select(['documents.id', 'documents.published_at', 'editions.published_at as changed_at'])
    .orderBy('documents.id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  return rows.map(({ id, published_at, changed_at }) => ({
    id,
    changedAt: (changed_at ?? published_at!).toISOString(),
  }));
}

export async function countPublic(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('documents')
    .where('state', '=', 'published')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function live(db: Db) {
  return db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
    )
    .where('documents.state', '=', 'published');
}
