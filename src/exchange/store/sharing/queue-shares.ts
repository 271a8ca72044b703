/** [XCH-2, ENF-38] What an act of publishing leaves for the platforms that are joined, in the transaction of the act. */
import type { Footprint } from '../../../ledger/entry.ts';
import { lineAbove } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import type { Tx } from '../../../platform/database.ts';
import { batchesOf } from '../../../platform/insert-many.ts';
import { isTaken, WAYS, type WayFacts } from '../../sharing/connection.ts';
import { COLUMNS_ID } from '../../sharing/shared-copy.ts';
import { countChanges, openConnections, queueCopies } from './connections.ts';

/** Acts after which the public reads something else of the document. */
const OF_DOCUMENTS: ReadonlySet<string> = new Set([
  'published',
  'releasedUrgently',
  'withdrawn',
  'repealed',
  'expired',
  'openedWithBalance',
  'placed',
]);
const OF_COLUMNS: ReadonlySet<string> = new Set(['columnOpened', 'columnClosed']);

export async function queueShares(
  tx: Tx,
  { room, verb, subject, agencyId, content }: Footprint,
  at: Date,
): Promise<void> {
  const changed = changedBy({ room, verb, subject, content });
  if (changed.ids.length === 0) return;
  const open = await openConnections(tx);
  if (open.length === 0) return;
  const above = lineAbove(agencyId, await listAgencies(tx));
  for (const { id: connectionId, agencyId: of, way } of open)
    if (above.includes(of) && WAYS[way].carries === changed.carried)
      for (const batch of batchesOf(changed.ids)) {
        const items = batch.map((id) => ({ id, agencyId }));
        if (isTaken(way)) await countChanges(tx, connectionId, items);
        else await queueCopies(tx, connectionId, items, at);
      }
}

interface Changed {
  readonly carried: WayFacts['carries'];
  readonly ids: readonly string[];
}

function changedBy({
  room,
  verb,
  subject,
  content,
}: Pick<Footprint, 'room' | 'verb' | 'subject' | 'content'>): Changed {
  if (room === 'enforcement') {
    const ids =
      verb === 'publishedDecisions' ? (content as readonly string[]) : verb === 'withdrewDecision' ? [subject] : [];
    return { carried: 'decisions', ids };
  }
  const id =
    room !== 'publications'
      ? undefined
      : OF_DOCUMENTS.has(verb)
        ? subject
        : OF_COLUMNS.has(verb)
          ? COLUMNS_ID
          : undefined;
  return { carried: 'documents', ids: id === undefined ? [] : [id] };
}
