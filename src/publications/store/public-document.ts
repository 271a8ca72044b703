/** One document as the public may see it. */
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { cleanBody } from '../body.ts';
import { type ChangedPage, changedPages } from '../changed-pages.ts';
import { type ColumnKey, withAncestors } from '../columns.ts';
import type { Document, DocumentId } from '../document.ts';
import type { Edition } from '../edition.ts';
import { endsOn, validityOn } from '../normative.ts';
import type { PublicDocument, PublicLine, PublicPage, PublicRelation } from '../public-view.ts';
import { WITHDRAWAL_REASONS } from '../withdrawal.ts';
import { editionsOf, findDocument } from './documents.ts';
import { LINE_FIELDS, toLine } from './lists.ts';

/** The page at a document's address: its live edition, a notice when it was withdrawn, nothing when it never was public. */
export async function publicDocument(db: Db, id: DocumentId, today: CivilDate): Promise<PublicPage | undefined> {
  const document = await findDocument(db, id);
  if (!document || document.state === 'draft') return undefined;
  if (document.withdrawal) {
    const { reason, on, mergedInto } = document.withdrawal;
    return { view: 'withdrawn', id, notice: WITHDRAWAL_REASONS[reason].notice, withdrawnOn: on, mergedInto };
  }
  const [changes, relations, previous, next] = await Promise.all([
    changesOf(db, id),
    relationsOf(db, id, today),
    neighbour(db, document, 'previous', today),
    neighbour(db, document, 'next', today),
  ]);
  return { ...viewOf(document, document.live!, today), changes, relations, previous, next };
}

/** 样张 of an edition as if it were public now: for who works on it, before it is. */
export async function editionToCome(
  db: Db,
  document: Document,
  edition: Edition,
  { today, at }: { readonly today: CivilDate; readonly at: string },
): Promise<PublicDocument> {
  const dated = {
    ...document,
    indexNo: document.indexNo ?? '（发布时编定）',
    publishedAt: document.publishedAt ?? at,
    publishedOn: document.publishedOn ?? today,
  };
  const [changes, relations, previous, next] = await Promise.all([
    changesOf(db, document.id),
    relationsOf(db, document.id, today),
    neighbour(db, dated, 'previous', today),
    neighbour(db, dated, 'next', today),
  ]);
  const own = edition.changeNote === null ? [] : [{ at, note: edition.changeNote }];
  return { ...viewOf(dated, edition, today), changes: [...own, ...changes], relations, previous, next };
}

/** 样张 of an edition that was public, on a day it was: its neighbours and relations of that day are not on record. */
export async function editionAsItWas(
  db: Db,
  document: Document,
  edition: Edition,
  day: CivilDate,
): Promise<PublicDocument> {
  const changes = await changesOf(db, document.id, edition.n);
  return { ...viewOf(document, edition, day), changes, relations: [], previous: null, next: null };
}

/**
 * The portal pages that show this document, or link to it, as it stands now.
 * @param moved it was placed elsewhere: the columns it left count, too
 */
export async function pagesChangedBy(db: Db, id: DocumentId, moved = false): Promise<ChangedPage[]> {
  const document = await findDocument(db, id);
  if (!document || document.publishedAt === null) return [];
  const columns = moved ? [...document.columns, ...(await columnsLeft(db, id))] : document.columns;
  const [related, neighbours] = await Promise.all([
    relationsOf(db, id, document.publishedOn!),
    Promise.all(withAncestors(columns).map((column) => neighboursIn(db, document, column))),
  ]);
  return changedPages({
    id,
    agencyId: document.agencyId,
    columns,
    related: related.map((one) => one.document.id),
    neighbours: neighbours.flat(),
  });
}

async function columnsLeft(db: Db, id: DocumentId): Promise<readonly ColumnKey[]> {
  const row = await db.selectFrom('documents').select('left_columns').where('id', '=', id).executeTakeFirst();
  return row?.left_columns ?? [];
}

/** Of the documents beside it in a column, those whose pages name what stands beside them there: it is their main one. */
async function neighboursIn(db: Db, document: Document, column: ColumnKey): Promise<DocumentId[]> {
  const rows = await Promise.all(
    (['previous', 'next'] as const).map((which) =>
      beside(db, document, column, which).select(['documents.id', 'documents.columns']).executeTakeFirst(),
    ),
  );
  return rows.flatMap((row) => (row?.columns[0] === column ? [row.id] : []));
}

function viewOf(
  document: Document,
  { particulars, bodyHtml, attachments, hash }: Edition,
  today: CivilDate,
): Omit<PublicDocument, 'changes' | 'relations' | 'previous' | 'next'> {
  const { effectiveOn, expiresOn } = particulars;
  const dates = { effectiveOn, expiresOn, ending: document.ending };
  const validity = validityOn(dates, today);
  const end = endsOn(dates);
  const by = document.ending?.by ?? '有效期届满';
  return {
    view: 'document',
    id: document.id,
    agencyId: document.agencyId,
    kind: document.kind,
    indexNo: document.indexNo!,
    title: particulars.title,
    issuer: particulars.issuer,
    docNo: particulars.docNo,
    topic: particulars.topic,
    genre: particulars.genre,
    summary: particulars.summary,
    keywords: particulars.keywords,
    issue: particulars.issue && { year: particulars.issue.year, number: particulars.issue.number },
    writtenOn: particulars.writtenOn,
    effectiveOn,
    expiresOn,
    ended: end !== null && end <= today ? { on: end, by } : null,
    validity,
    publishedAt: document.publishedAt!,
    publishedOn: document.publishedOn!,
    carriedOverOn: document.carriedOverOn,
    hash,
    columns: document.columns,
    bodyHtml: cleanBody(bodyHtml),
    attachments: attachments.map(({ id, name, kind, bytes }) => ({ id, name, kind, bytes })),
  };
}

async function changesOf(db: Db, id: DocumentId, upTo = Number.POSITIVE_INFINITY): Promise<PublicDocument['changes']> {
  const editions = await editionsOf(db, id);
  return editions.flatMap(({ n, publishedAt, changeNote }) =>
    n <= upTo && publishedAt !== null && changeNote !== null ? [{ at: publishedAt, note: changeNote }] : [],
  );
}

async function relationsOf(db: Db, id: DocumentId, today: CivilDate): Promise<PublicRelation[]> {
  const side = (direction: 'from' | 'to') =>
    db
      .selectFrom('relations')
      .innerJoin('documents', 'documents.id', direction === 'from' ? 'relations.to_id' : 'relations.document_id')
      .select(LINE_FIELDS)
      .select('relations.kind as relation')
      .where(direction === 'from' ? 'relations.document_id' : 'relations.to_id', '=', id)
      .where('documents.state', '=', 'published')
      .orderBy('documents.published_at')
      .orderBy('documents.id')
      .execute();
  const [from, to] = await Promise.all([side('from'), side('to')]);
  return [
    ...from.map((row) => ({ kind: row.relation, direction: 'from' as const, document: toLine(row, today) })),
    ...to.map((row) => ({ kind: row.relation, direction: 'to' as const, document: toLine(row, today) })),
  ];
}

/** 上一篇、下一篇 in the first column: the next older and the next newer document. */
async function neighbour(
  db: Db,
  document: Document,
  which: 'previous' | 'next',
  today: CivilDate,
): Promise<PublicLine | null> {
  const [column] = document.columns;
  if (column === undefined) return null;
  const row = await beside(db, document, column, which).select(LINE_FIELDS).executeTakeFirst();
  return row ? toLine(row, today) : null;
}

function beside(db: Db, document: Document, column: ColumnKey, which: 'previous' | 'next') {
  const [beyond, order] = which === 'previous' ? (['<', 'desc'] as const) : (['>', 'asc'] as const);
  const here = [new Date(document.publishedAt!), document.id] as const;
  return db
    .selectFrom('placements')
    .innerJoin('documents', 'documents.id', 'placements.document_id')
    .where('placements.column_key', '=', column)
    .where('placements.live', '=', true)
    .where((q) => q(q.refTuple('placements.published_at', 'placements.document_id'), beyond, q.tuple(here[0], here[1])))
    .orderBy('placements.published_at', order)
    .orderBy('placements.document_id', order)
    .limit(1);
}
