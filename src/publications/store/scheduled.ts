/** 定时发布 [PUB-50]: the sweep over editions whose moment has come. Bounded, idempotent, and it catches up when the server was off. */
import { sql } from 'kysely';
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';
import { publicationStairs } from './stairs.ts';
import './tables.ts';

const BATCH = 50;

/** @returns the documents that went out now */
export async function releaseScheduled(house: House): Promise<DocumentId[]> {
  const released: DocumentId[] = [];
  for (const documentId of await dueForRelease(house.db, house.now())) {
    const result = await perform(house, publicationStairs, SYSTEM, { verb: 'releaseDue', documentId });
    if (!isRefusal(result)) released.push(documentId);
    // Nobody's text is let out for being late: what stands in its way is told, in an act of its own, since a serial that was reserved goes back with this one.
    else await perform(house, publicationStairs, SYSTEM, { verb: 'missRelease', documentId, why: result.says });
  }
  return released;
}

/** Drafts with a moment on their very text that has come, the latest word on it being that one. The newest moment first: what is held back holds up nothing. */
async function dueForRelease(db: Db, now: Date): Promise<DocumentId[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.draft_edition'),
    )
    .innerJoin('edition_marks as m', 'm.document_id', 'documents.id')
    .select('documents.id')
    .where(sql<boolean>`m.mark->>'type' = 'scheduled' and m.mark->>'edition' = editions.hash`)
    .where(sql<boolean>`(m.mark->>'from')::timestamptz <= ${now}`)
    .where(
      sql<boolean>`not exists (select 1 from edition_marks later where later.document_id = m.document_id and later.n > m.n
        and later.mark->>'edition' = editions.hash and later.mark->>'type' in ('scheduled', 'unscheduled'))`,
    )
    .orderBy(sql`(m.mark->>'from')::timestamptz`, 'desc')
    .limit(BATCH)
    .execute();
  return rows.map(({ id }) => id);
}
