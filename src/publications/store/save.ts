/** Saving a document: its row, its editions, where it stands and how it is found, in one statement. */
import { type Compilable, sql } from 'kysely';
import { type Tx, writeTogether } from '../../platform/database.ts';
import { foldNumber } from '../../review/chinese-folding.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { plainText } from '../body.ts';
import { type ColumnKey, withAncestors } from '../columns.ts';
import type { Document } from '../document.ts';
import type { Edition } from '../edition.ts';
import type { Loaded } from '../loaded.ts';
import { foldedText, gramsLiteral, titleWordsLiteral } from '../search-text.ts';
import { titleCutter } from '../title-words.ts';
import { wordsOfFiles } from './attached-files.ts';
import { saveMarks } from './marks.ts';
import { toDocumentRow, toEditionRow } from './rows.ts';

export async function save(tx: Tx, next: Document, { document: before }: Loaded): Promise<void> {
  await clearAway(tx, next, before);
  await writeTogether(tx, [
    saveRow(tx, next, before),
    ...saveEditions(tx, next, before),
    ...saveMarks(tx, next, before),
    ...(next.relations === before?.relations ? [] : saveRelations(tx, next)),
    ...(await savePublicFace(tx, next, before)),
  ]);
}

/** What is written anew: one statement may not delete a row and insert it. */
async function clearAway(tx: Tx, next: Document, before: Document | null): Promise<void> {
  if (!before) return;
  if (next.relations !== before.relations && before.relations.length > 0)
    await tx.deleteFrom('relations').where('document_id', '=', next.id).execute();
  if (!isPlacedAnew(next, before) || before.publishedAt === null) return;
  await tx.deleteFrom('placements').where('document_id', '=', next.id).execute();
  const left = before.columns.filter((key) => !next.columns.includes(key));
  if (left.length > 0)
    await tx
      .updateTable('documents')
      .set({ left_columns: sql<ColumnKey[]>`array(select distinct unnest(left_columns || ${left}::text[]))` })
      .where('id', '=', next.id)
      .execute();
}

function isPlacedAnew(next: Document, before: Document | null): boolean {
  return next.state === 'published' && (before?.state !== 'published' || next.columns !== before.columns);
}

function saveRow(tx: Tx, next: Document, before: Document | null): Compilable {
  const row = toDocumentRow(next);
  return before === null
    ? tx.insertInto('documents').values(row)
    : tx.updateTable('documents').set(row).where('id', '=', next.id);
}

function saveEditions(tx: Tx, next: Document, before: Document | null): Compilable[] {
  const { draft, live } = next;
  const writes: Compilable[] = [];
  if (draft && draft !== before?.draft) writes.push(saveEdition(tx, next, draft));
  if (live && live !== before?.live)
    writes.push(live.hash === before?.draft?.hash ? dateEdition(tx, next, live) : saveEdition(tx, next, live));
  return writes;
}

function saveEdition(tx: Tx, document: Document, edition: Edition): Compilable {
  const { document_id, n, agency_id, ...content } = toEditionRow(document, edition);
  return tx
    .insertInto('editions')
    .values({ document_id, n, agency_id, ...content })
    .onConflict((c) => c.columns(['document_id', 'n']).doUpdateSet(content));
}

/** What was the draft is let out as it stands. */
function dateEdition(tx: Tx, { id, columns }: Document, { n, publishedAt }: Edition): Compilable {
  return tx
    .updateTable('editions')
    .set({ published_at: new Date(publishedAt!), released_in: columns })
    .where('document_id', '=', id)
    .where('n', '=', n);
}

function saveRelations(tx: Tx, { id, agencyId, relations }: Document): Compilable[] {
  if (relations.length === 0) return [];
  const rows = relations.map(({ kind, to }) => ({ document_id: id, kind, to_id: to, agency_id: agencyId }));
  return [
    tx
      .insertInto('relations')
      .values(rows)
      .onConflict((c) => c.doNothing()),
  ];
}

/** Where the public finds it: in columns and by search, or no longer. */
async function savePublicFace(tx: Tx, next: Document, before: Document | null): Promise<Compilable[]> {
  const wasPublic = before?.state === 'published';
  if (next.state === 'published') {
    return [
      ...(isPlacedAnew(next, before) ? [savePlacements(tx, next)] : []),
      ...(next.live !== before?.live || !wasPublic ? [await saveSearch(tx, next, next.live!)] : []),
    ];
  }
  if (!wasPublic) return [];
  return [
    tx.updateTable('placements').set({ live: false }).where('document_id', '=', next.id),
    tx.deleteFrom('search').where('document_id', '=', next.id),
  ];
}

function savePlacements(tx: Tx, document: Document): Compilable {
  const published_at = new Date(document.publishedAt!);
  return tx.insertInto('placements').values(
    withAncestors(document.columns).map((column_key) => ({
      column_key,
      published_at,
      document_id: document.id,
      agency_id: document.agencyId,
      live: true,
    })),
  );
}

async function saveSearch(tx: Tx, document: Document, edition: Edition): Promise<Compilable> {
  const { title, docNo } = edition.particulars;
  const scope = { agencyId: document.agencyId, kind: document.kind, publishedOn: document.publishedOn! };
  const files = edition.attachments.map(({ id }) => id);
  const words = [title, docNo ?? '', plainText(edition.bodyHtml), ...edition.attachments.map(({ name }) => name)];
  const folded = foldedText([...words, ...(await wordsOfFiles(tx, files))].join('\n'));
  const content = {
    doc_no: docNo === null ? null : foldNumber(docNo),
    title: foldedText(title),
    title_words: sql<string>`${titleWordsLiteral(title, await titleCutter())}::tsvector`,
    folded,
    grams: sql<string>`${gramsLiteral(folded, scope)}::tsvector`,
  };
  return tx
    .insertInto('search')
    .values({
      document_id: document.id,
      agency_id: scope.agencyId,
      kind: scope.kind,
      year: yearOf(scope.publishedOn),
      published_at: new Date(document.publishedAt!),
      index_no: foldNumber(document.indexNo!),
      ...content,
    })
    .onConflict((c) => c.column('document_id').doUpdateSet(content));
}
