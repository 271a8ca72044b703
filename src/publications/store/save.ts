/** Saving a document: its row, its editions, where it stands and how it is found. Each act is a handful of statements. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { plainText } from '../body.ts';
import { foldNumber } from '../chinese-folding.ts';
import { withAncestors } from '../columns.ts';
import type { Document, DocumentId } from '../document.ts';
import type { Edition } from '../edition.ts';
import type { Loaded } from '../loaded.ts';
import { foldedText, gramsLiteral, titleWordsLiteral } from '../search-text.ts';
import { titleCutter } from '../title-words.ts';
import { toDocumentRow, toEditionRow } from './rows.ts';

export async function save(tx: Tx, next: Document, { document: before }: Loaded): Promise<void> {
  const row = toDocumentRow(next);
  if (before === null) await tx.insertInto('documents').values(row).execute();
  else await tx.updateTable('documents').set(row).where('id', '=', next.id).execute();
  if (next.draft && next.draft !== before?.draft) await saveEdition(tx, next, next.draft);
  if (next.live && next.live !== before?.live) {
    if (next.live.hash === before?.draft?.hash) await dateEdition(tx, next.id, next.live);
    else await saveEdition(tx, next, next.live);
  }
  if (next.relations !== before?.relations) await saveRelations(tx, next, before);

  const wasPublic = before?.state === 'published';
  if (next.state === 'published') {
    if (!wasPublic || next.columns !== before.columns) await savePlacements(tx, next, before);
    if (next.live !== before?.live || !wasPublic) await saveSearch(tx, next, next.live!);
  } else if (wasPublic) {
    await tx.updateTable('placements').set({ live: false }).where('document_id', '=', next.id).execute();
    await tx.deleteFrom('search').where('document_id', '=', next.id).execute();
  }
}

async function saveEdition(tx: Tx, document: Document, edition: Edition): Promise<void> {
  const { document_id, n, agency_id, ...content } = toEditionRow(document, edition);
  await tx
    .insertInto('editions')
    .values({ document_id, n, agency_id, ...content })
    .onConflict((c) => c.columns(['document_id', 'n']).doUpdateSet(content))
    .execute();
}

/** What was the draft is let out as it stands. */
async function dateEdition(tx: Tx, id: DocumentId, { n, publishedAt }: Edition): Promise<void> {
  await tx
    .updateTable('editions')
    .set({ published_at: new Date(publishedAt!) })
    .where('document_id', '=', id)
    .where('n', '=', n)
    .execute();
}

async function saveRelations(tx: Tx, { id, agencyId, relations }: Document, before: Document | null): Promise<void> {
  if (before && before.relations.length > 0) {
    await tx.deleteFrom('relations').where('document_id', '=', id).execute();
  }
  if (relations.length === 0) return;
  const rows = relations.map(({ kind, to }) => ({ document_id: id, kind, to_id: to, agency_id: agencyId }));
  await tx
    .insertInto('relations')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
}

async function savePlacements(tx: Tx, document: Document, before: Document | null): Promise<void> {
  const everPublic = before !== null && before.publishedAt !== null;
  if (everPublic) await tx.deleteFrom('placements').where('document_id', '=', document.id).execute();
  const published_at = new Date(document.publishedAt!);
  await tx
    .insertInto('placements')
    .values(
      withAncestors(document.columns).map((column_key) => ({
        column_key,
        published_at,
        document_id: document.id,
        agency_id: document.agencyId,
        live: true,
      })),
    )
    .execute();
}

async function saveSearch(tx: Tx, document: Document, edition: Edition): Promise<void> {
  const { title, docNo } = edition.particulars;
  const scope = { agencyId: document.agencyId, kind: document.kind, year: yearOf(document.publishedOn!) };
  const folded = foldedText(`${title}\n${docNo ?? ''}\n${plainText(edition.bodyHtml)}`);
  const content = {
    doc_no: docNo === null ? null : foldNumber(docNo),
    title: foldedText(title),
    title_words: sql<string>`${titleWordsLiteral(title, await titleCutter())}::tsvector`,
    folded,
    grams: sql<string>`${gramsLiteral(folded, scope)}::tsvector`,
  };
  await tx
    .insertInto('search')
    .values({
      document_id: document.id,
      agency_id: scope.agencyId,
      kind: scope.kind,
      year: scope.year,
      published_at: new Date(document.publishedAt!),
      index_no: foldNumber(document.indexNo!),
      ...content,
    })
    .onConflict((c) => c.column('document_id').doUpdateSet(content))
    .execute();
}
