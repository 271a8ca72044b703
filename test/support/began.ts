/** 启用: the first act in a test's database, as the set-up of a county leaves it, long before the days that are played. */
import { append } from '../../src/ledger/store.ts';
import { SYSTEM } from '../../src/people/actor.ts';
import type { Db } from '../../src/platform/database.ts';

export async function beganOn(db: Db, day: string): Promise<void> {
  const setUp = { room: 'people', verb: 'setUp', subject: 'county', agencyId: 'county', basis: '', content: {} };
  await db.transaction().execute((tx) => append(tx, setUp, SYSTEM.id, new Date(`${day}T02:00:00Z`)));
}
