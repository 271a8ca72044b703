/** One document as the public may see it. */
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { cleanBody } from '../body.ts';
import { type ChangedPage, changedPages } from '../changed-pages.ts';
import type { Document, DocumentId } from '../document.ts';
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
  return { ...viewOf(document, today), changes, relations, previous, next };
}

/** The portal pages that show this document, or link to it, as it stands now. */
export async function pagesChangedBy(db: Db, id: DocumentId): Promise<ChangedPage[]> {
  const document = await findDocument(db, id);
  if (!document || document.publishedAt === null) return [];
  const day = document.publishedOn!;
  const [related, previous, next] = await Promise.all([
    relationsOf(db, id, day),
    neighbour(db, document, 'previous', day),
    neighbour(db, document, 'next', day),
  ]);
  return changedPages({
    id,
    agencyId: document.agencyId,
    columns: document.columns,
    related: related.map((one) => one.document.id),
    neighbours: [previous, next].flatMap((line) => (line ? [line.id] : [])),
  });
}

function viewOf(
  document: Document,
  today: CivilDate,
): Omit<PublicDocument, 'changes' | 'relations' | 'previous' | 'next'> {
  const { particulars, bodyHtml, attachments, hash } = document.live!;
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

async function changesOf(db: Db, id: DocumentId): Promise<PublicDocument['changes']> {
  const editions = await editionsOf(db, id);
  return editions.flatMap(({ publishedAt, changeNote }) =>
    publishedAt !== null && changeNote !== null ? [{ at: publishedAt, note: changeNote }] : [],
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
  const [beyond, order] = which === 'previous' ? (['<', 'desc'] as const) : (['>', 'asc'] as const);
  const here = [new Date(document.publishedAt!), document.id] as const;
  const row = await db
    .selectFrom('placements')
    .innerJoin('documents', 'documents.id', 'placements.document_id')
    .select(LINE_FIELDS)
    .where('placements.column_key', '=', column)
    .where('placements.live', '=', true)
    .where((q) => q(q.refTuple('placements.published_at', 'placements.document_id'), beyond, q.tuple(here[0], here[1])))
    .orderBy('placements.published_at', order)
    .orderBy('placements.document_id', order)
    .limit(1)
    .executeTakeFirst();
  return row ? toLine(row, today) : null;
}
