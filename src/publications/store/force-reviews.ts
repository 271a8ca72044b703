/** 规范性文件台账: every document that is counted, with what was last decided about its force. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { DOCUMENT_KINDS, type DocumentKindName } from '../document-kinds.ts';
import {
  FORCE_BASIS,
  type ForceReview,
  permitForceReview,
  type RegisteredDocument,
  type ReviewForce,
  reviewForce,
} from '../force-review.ts';
import './tables.ts';

/** 计入表二的种类. */
const COUNTED = (Object.keys(DOCUMENT_KINDS) as DocumentKindName[]).filter((kind) => 'counted' in DOCUMENT_KINDS[kind]);

/** More than any county has made. */
const MOST = 5_000;

export const forceReviewStairs: Stairs<RegisteredDocument, ForceReview, ReviewForce> = {
  room: 'publications',
  async load(tx, { documentId }) {
    await tx.selectFrom('documents').select('id').where('id', '=', documentId).forUpdate().execute();
    const [found] = await registered(tx).where('documents.id', '=', documentId).execute();
    return found ? toRegistered(found) : NOT_REGISTERED;
  },
  permit: (actor, _, { agencyId }) => permitForceReview(actor, agencyId),
  decide: reviewForce,
  async save(tx, { n, on, verdict, why, by }, { id, agencyId }, { at }) {
    await tx
      .insertInto('force_reviews')
      .values({ document_id: id, n, agency_id: agencyId, reviewed_on: on, verdict, why, by_id: by, at })
      .execute();
  },
};

export const NOT_REGISTERED = refuse(
  'NO_SUCH_DOCUMENT',
  FORCE_BASIS,
  '台账里没有这份文件：没有发布、已经撤回，或者不是规章、规范性文件。请从台账里重新打开。',
);

/** Those the agencies have made and that are public, the newest first. */
export async function forceRegister(db: Db, agencyIds: readonly AgencyId[]): Promise<RegisteredDocument[]> {
  if (agencyIds.length === 0) return [];
  const rows = await registered(db)
    .where('documents.agency_id', 'in', agencyIds)
    .orderBy('documents.written_on', 'desc')
    .orderBy('documents.id')
    .limit(MOST)
    .execute();
  return rows.map(toRegistered);
}

type Row = Awaited<ReturnType<ReturnType<typeof registered>['execute']>>[number];

function registered(db: Db | Tx) {
  return db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
    )
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('force_reviews')
          .select(['n', 'reviewed_on', 'verdict', 'why', 'by_id'])
          .whereRef('force_reviews.document_id', '=', 'documents.id')
          .orderBy('n', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('documents.state', '=', 'published')
    .where('documents.kind', 'in', COUNTED)
    .select(['documents.id', 'documents.agency_id', 'documents.kind', 'documents.title', 'documents.doc_no'])
    .select(['documents.written_on', 'documents.effective_on', 'documents.expires_on', 'documents.ending'])
    .select(['last.n', 'last.reviewed_on', 'last.verdict', 'last.why', 'last.by_id'])
    .select(sql<Date>`coalesce(editions.published_at, documents.published_at)`.as('changed_at'));
}

function toRegistered(row: Row): RegisteredDocument {
  return {
    ...{ id: row.id, agencyId: row.agency_id, kind: row.kind, title: row.title, docNo: row.doc_no },
    ...{ writtenOn: row.written_on, effectiveOn: row.effective_on, expiresOn: row.expires_on, ending: row.ending },
    changedOn: civilDateAt(row.changed_at),
    lastReview:
      row.n === null ? null : { n: row.n, on: row.reviewed_on!, verdict: row.verdict!, why: row.why!, by: row.by_id! },
  };
}
