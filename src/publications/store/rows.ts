/** Between rows and the noun. */
import { type Insertable, type InsertObject, type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { AttachedFile } from '../attached-file.ts';
import { plainText } from '../body.ts';
import type { Document } from '../document.ts';
import type { Edition } from '../edition.ts';
import { picturesIn } from '../picture.ts';
import type { Relation } from '../relations.ts';
import type { EditionMark } from '../review/edition-mark.ts';
import './tables.ts';

export type DocumentRow = Selectable<Database['documents']>;

/** An edition as PostgreSQL writes it into JSON. */
export type EditionRow = Omit<Selectable<Database['editions']>, 'published_at'> & {
  readonly published_at: Date | string | null;
};

export function toEdition(row: EditionRow): Edition {
  return {
    n: row.n,
    particulars: row.particulars,
    bodyHtml: row.body_html,
    attachments: row.attachments,
    hash: row.hash,
    editedBy: row.edited_by,
    formerEditors: row.former_editors,
    changeNote: row.change_note,
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
  };
}

export function toDocument(
  row: DocumentRow,
  editions: { readonly live: EditionRow | null; readonly draft: EditionRow | null },
  relations: readonly Relation[],
  marks: readonly EditionMark[],
): Document {
  return {
    id: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    state: row.state,
    indexNo: row.index_no,
    live: editions.live && toEdition(editions.live),
    draft: editions.draft && toEdition(editions.draft),
    columns: row.columns,
    relations,
    marks,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedOn: row.published_on,
    carriedOverOn: row.carried_over_on,
    countedFrom: row.counted_from,
    ending: row.ending,
    withdrawal: row.withdrawal,
  };
}

export function toDocumentRow(document: Document): Insertable<Database['documents']> {
  const { particulars } = (document.live ?? document.draft)!;
  return {
    id: document.id,
    agency_id: document.agencyId,
    kind: document.kind,
    state: document.state,
    index_no: document.indexNo,
    live_edition: document.live?.n ?? null,
    draft_edition: document.draft?.n ?? null,
    columns: document.columns,
    title: particulars.title,
    doc_no: particulars.docNo,
    issuer: particulars.issuer,
    written_on: particulars.writtenOn,
    effective_on: particulars.effectiveOn,
    expires_on: particulars.expiresOn,
    published_at: document.publishedAt === null ? null : new Date(document.publishedAt),
    published_on: document.publishedOn,
    carried_over_on: document.carriedOverOn,
    counted_from: document.countedFrom,
    ending: document.ending,
    ended_on: document.ending?.on ?? null,
    withdrawal: document.withdrawal,
    withdrawn_on: document.withdrawal?.on ?? null,
  };
}

export function toEditionRow(document: Document, edition: Edition) {
  return {
    document_id: document.id,
    n: edition.n,
    agency_id: document.agencyId,
    particulars: edition.particulars,
    body_html: edition.bodyHtml,
    body_text: plainText(edition.bodyHtml),
    attachments: sql<readonly AttachedFile[]>`${JSON.stringify(edition.attachments)}::jsonb`,
    pictures: sql<readonly string[]>`${JSON.stringify(picturesIn(edition.bodyHtml))}::jsonb`,
    hash: edition.hash,
    edited_by: edition.editedBy,
    former_editors: edition.formerEditors,
    change_note: edition.changeNote,
    published_at: edition.publishedAt === null ? null : new Date(edition.publishedAt),
    released_in: edition.publishedAt === null ? null : document.columns,
  } satisfies InsertObject<Database, 'editions'>;
}
