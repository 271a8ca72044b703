/** 审校记录 and 审校规则, as they lie in the database. */
import type { Compilable } from 'kysely';
import type { Db, Tx } from '../../platform/database.ts';
import type { Document, DocumentId } from '../document.ts';
import type { ReviewRule } from '../review/chains.ts';
import type { EditionMark } from '../review/edition-mark.ts';
import './tables.ts';

export async function marksOf(db: Db, id: DocumentId): Promise<EditionMark[]> {
  return (await marksOfAll(db, [id])).get(id) ?? [];
}

/** The marks of many documents, by document, in the order they were made. */
export async function marksOfAll(db: Db, ids: readonly DocumentId[]): Promise<Map<DocumentId, EditionMark[]>> {
  const found = new Map<DocumentId, EditionMark[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await db.selectFrom('edition_marks').selectAll().where('document_id', 'in', ids).orderBy('n').execute();
  for (const { document_id, mark, n, by_id, at } of rows)
    found.get(document_id)!.push({ ...mark, n, by: by_id, at: at.toISOString() });
  return found;
}

/** The marks that were not there before. */
export function saveMarks(tx: Tx, next: Document, before: Document | null): Compilable[] {
  const added = next.marks.slice(before?.marks.length ?? 0);
  if (added.length === 0) return [];
  const rows = added.map(({ n, by, at, ...mark }) => ({
    document_id: next.id,
    n,
    agency_id: next.agencyId,
    mark,
    by_id: by,
    at: new Date(at),
  }));
  return [tx.insertInto('edition_marks').values(rows)];
}

export async function reviewRules(db: Db): Promise<ReviewRule[]> {
  const rows = await db
    .selectFrom('review_rules')
    .selectAll()
    .orderBy('agency_id')
    .orderBy('column_key')
    .orderBy('kind')
    .execute();
  return rows.map(({ agency_id, column_key, kind, preset }) => ({
    agencyId: agency_id,
    column: column_key || null,
    kind: kind || null,
    preset,
  }));
}
