/**
 * 到期登记 [PUB-10]: the sweep over documents whose last day in force is over and of which the record does not say so yet. Bounded,
 * idempotent, and harmless when some days were missed.
 */
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { DocumentId } from '../document.ts';
import { lapsedBy } from './desk-lists.ts';
import { publicationStairs } from './stairs.ts';

const BATCH = 200;

/** @returns the documents whose end was recorded now */
export async function recordExpired(house: House): Promise<DocumentId[]> {
  const recorded: DocumentId[] = [];
  for (const documentId of await lapsedBy(house.db, civilDateAt(house.now()), BATCH)) {
    const result = await perform(house, publicationStairs, SYSTEM, { verb: 'expire', documentId });
    // Repealed or withdrawn in the meantime: somebody else has said how it ended.
    if (!isRefusal(result)) recorded.push(documentId);
  }
  return recorded;
}
