/** [XCH-2] What an act of publishing leaves for the platforms that are joined, in the transaction of the act. */
import type { Footprint } from '../../../ledger/entry.ts';
import { lineAbove } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import type { Tx } from '../../../platform/database.ts';
import { COLUMNS_ID } from '../../sharing/shared-copy.ts';
import { openConnections, queueCopies } from './connections.ts';

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

export async function queueShares(tx: Tx, { room, verb, subject, agencyId }: Footprint, at: Date): Promise<void> {
  if (room !== 'publications') return;
  const itemId = OF_DOCUMENTS.has(verb) ? subject : OF_COLUMNS.has(verb) ? COLUMNS_ID : undefined;
  if (itemId === undefined) return;
  const open = await openConnections(tx);
  if (open.length === 0) return;
  const above = lineAbove(agencyId, await listAgencies(tx));
  for (const connection of open)
    if (above.includes(connection.agencyId)) await queueCopies(tx, connection.id, [{ id: itemId, agencyId }], at);
}
