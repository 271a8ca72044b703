/** 每夜对账 [XCH-6]: once a day after three in the morning, for every connection that is open; a server that was off catches up. */
import { type House, inTransaction } from '../../../perform.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { isTaken } from '../../sharing/connection.ts';
import { openConnections, queueComparison } from './connections.ts';

const HOUR = 3;

export async function queueNightlyComparisons({ db, now }: Pick<House, 'db' | 'now'>): Promise<void> {
  const at = now();
  // Beijing keeps one time all year.
  if ((at.getUTCHours() + 8) % 24 < HOUR) return;
  const open = (await openConnections(db)).filter(({ way }) => !isTaken(way));
  await inTransaction(db, async (tx) => {
    for (const connection of open) await queueComparison(tx, connection, civilDateAt(at), at);
  });
}
