/** 证明曾经公开: what lies in the database of it, and the trace of taking one. */
import { entriesOf } from '../../ledger/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import type { ColumnKey } from '../columns.ts';
import type { Document, DocumentId } from '../document.ts';
import type { Edition } from '../edition.ts';
import { type PublicPeriod, publicPeriods } from '../proof/public-period.ts';
import { permitProof, type TakeProof, takeProof } from '../proof/take-proof.ts';
import { editionsOf, findDocument } from './documents.ts';
import './tables.ts';

export const proofStairs: Stairs<Document, Document, TakeProof> = {
  room: 'publications',
  load: async (tx, { documentId }) =>
    (await findDocument(tx, documentId)) ??
    refuse('NO_SUCH_DOCUMENT', art(12), '没有这条信息，可能地址有误。请从列表里重新打开。'),
  permit: (actor, _, { agencyId }) => permitProof(actor, agencyId),
  decide: (document, command) => takeProof(document, command),
  // Nothing of the document changes.
  save: async () => {},
};

/** Every edition of it that was public, in their order. */
export async function periodsOf(db: Db, id: DocumentId): Promise<PublicPeriod[]> {
  const [entries, editions] = await Promise.all([entriesOf(db, 'publications', id), editionsOf(db, id)]);
  return publicPeriods(entries, editions);
}

/** The same for a list: without their texts. */
export async function periodsToList(
  db: Db,
  id: DocumentId,
): Promise<PublicPeriod<Pick<Edition, 'n' | 'hash' | 'publishedAt'>>[]> {
  const [entries, rows] = await Promise.all([
    entriesOf(db, 'publications', id),
    db
      .selectFrom('editions')
      .select(['n', 'hash', 'published_at'])
      .where('document_id', '=', id)
      .where('published_at', 'is not', null)
      .execute(),
  ]);
  const editions = rows.map(({ n, hash, published_at }) => ({ n, hash, publishedAt: published_at!.toISOString() }));
  return publicPeriods(entries, editions);
}

/** The columns an edition stood in when it was let out; of what went out before they were kept, those it stands in now. */
export async function columnsAtRelease(
  db: Db,
  { id, columns }: Pick<Document, 'id' | 'columns'>,
  n: number,
): Promise<readonly ColumnKey[]> {
  const row = await db
    .selectFrom('editions')
    .select('released_in')
    .where('document_id', '=', id)
    .where('n', '=', n)
    .executeTakeFirst();
  return row?.released_in ?? columns;
}
