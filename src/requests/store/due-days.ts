/**
 * 到期日重算: the nightly sweep over open files. A holiday notice that came out or was corrected moves days; the cached day of
 * the lists follows. Bounded, idempotent, and harmless when a night was missed.
 */
import { type House, inTransaction } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { tryClock } from '../deadlines.ts';
import { factsOfFile } from './stairs.ts';
import { toRequest } from './tables.ts';

const BATCH = 200;

/** @returns how many days moved */
export async function refreshDueDays(house: House): Promise<number> {
  const calendar = house.calendar();
  const today = civilDateAt(house.now());
  let moved = 0;
  for (let after = ''; ; ) {
    const batch = await house.db
      .selectFrom('info_requests')
      .select('id')
      .where('closed_on', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id } of batch) moved += (await refresh(house, id, today, calendar)) ? 1 : 0;
    if (batch.length < BATCH) return moved;
    after = batch[batch.length - 1]!.id;
  }
}

/** Under the lock of the file, so that an act at the same moment is not overwritten. */
async function refresh({ db }: House, id: string, today: CivilDate, calendar: WorkCalendar): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await tx.selectFrom('info_requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row || row.closed_on !== null) return false;
    const clock = tryClock({ request: toRequest(row), facts: await factsOfFile(tx, id) }, today, calendar);
    // A record that was changed outside the product keeps its day; lists and the file itself say what is wrong with it.
    if (isRefusal(clock) || clock.due === row.due_on) return false;
    await tx.updateTable('info_requests').set({ due_on: clock.due }).where('id', '=', id).execute();
    return true;
  });
}
