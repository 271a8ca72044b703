/** One document, whole: for verbs (locked) and for officers. */
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { AgencyId } from '../../people/agency.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Document, DocumentId } from '../document.ts';
import type { Edition } from '../edition.ts';
import type { EditionMark } from '../review/edition-mark.ts';
import { marksOf, marksOfAll } from './marks.ts';
import { type EditionRow, toDocument, toEdition } from './rows.ts';

/** The document with its live and draft edition; undefined when there is none. For officers: it holds what is not public. */
export async function findDocument(db: Db, id: DocumentId): Promise<Document | undefined> {
  const row = await wholeDocument(db, id).executeTakeFirst();
  return row && documentOfRow(row, await marksOf(db, id));
}

/** Several at once, without the marks of their review. */
export async function findDocuments(db: Db, ids: readonly DocumentId[]): Promise<Document[]> {
  if (ids.length === 0) return [];
  const rows = await wholeDocuments(db).where('documents.id', 'in', ids).orderBy('documents.id').execute();
  return rows.map((row) => documentOfRow(row, []));
}

/** Several with the marks of their review. */
export async function documentsOf(db: Db, ids: readonly DocumentId[]): Promise<Document[]> {
  if (ids.length === 0) return [];
  const rows = await wholeDocuments(db).where('documents.id', 'in', ids).orderBy('documents.id').execute();
  const marks = await marksOfAll(db, ids);
  return rows.map((row) => documentOfRow(row, marks.get(row.id) ?? []));
}

/** The same, its row locked until the transaction ends. */
export async function lockDocument(tx: Tx, id: DocumentId): Promise<Document | undefined> {
  const row = await wholeDocument(tx, id).forUpdate('documents').executeTakeFirst();
  return row && documentOfRow(row, await marksOf(tx, id));
}

type WholeRow = NonNullable<Awaited<ReturnType<ReturnType<typeof wholeDocument>['executeTakeFirst']>>>;

function documentOfRow(row: WholeRow, marks: readonly EditionMark[]): Document {
  return toDocument(
    row,
    { live: row.live as EditionRow | null, draft: row.draft as EditionRow | null },
    row.rels,
    marks,
  );
}

/** 版本历史, newest first. */
export async function editionsOf(db: Db, id: DocumentId): Promise<Edition[]> {
  const rows = await db.selectFrom('editions').selectAll().where('document_id', '=', id).orderBy('n', 'desc').execute();
  return rows.map(toEdition);
}

function wholeDocument(db: Db, id: DocumentId) {
  return wholeDocuments(db).where('documents.id', '=', id);
}

function wholeDocuments(db: Db) {
  return db
    .selectFrom('documents')
    .selectAll('documents')
    .select((q) => [
      jsonObjectFrom(
        q
          .selectFrom('editions')
          .selectAll('editions')
          .whereRef('editions.document_id', '=', 'documents.id')
          .whereRef('editions.n', '=', 'documents.live_edition'),
      ).as('live'),
      jsonObjectFrom(
        q
          .selectFrom('editions')
          .selectAll('editions')
          .whereRef('editions.document_id', '=', 'documents.id')
          .whereRef('editions.n', '=', 'documents.draft_edition'),
      ).as('draft'),
      jsonArrayFrom(
        q
          .selectFrom('relations')
          .select(['relations.kind', sql<string>`relations.to_id`.as('to')])
          .whereRef('relations.document_id', '=', 'documents.id')
          .orderBy('relations.kind')
          .orderBy('relations.to_id'),
      ).as('rels'),
    ]);
}

/** In work or released urgently, with marks: what review may wait for, oldest first. */
export async function documentsUnderReview(db: Db, agencyIds: readonly AgencyId[], limit: number): Promise<Document[]> {
  if (agencyIds.length === 0) return [];
  const marked = sql<boolean>`exists (select 1 from edition_marks m where m.document_id = documents.id
    and (documents.draft_edition is not null or m.mark->>'type' = 'releasedUrgently'))`;
  const rows = await wholeDocuments(db)
    .where('documents.agency_id', 'in', agencyIds)
    .where(marked)
    .orderBy('documents.written_on')
    .limit(limit)
    .execute();
  const marks = await marksOfAll(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => documentOfRow(row, marks.get(row.id) ?? []));
}
