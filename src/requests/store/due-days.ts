/**
 * 到期日重算: the nightly sweep over open files. A holiday notice that came out or was corrected moves days; the cached day of
 * the lists follows. Bounded, idempotent, and harmless when a night was missed.
 */
import type { Generated } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import { type House, inTransaction } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { tryClock } from '../deadlines.ts';
import type { RequestId } from '../info-request.ts';
import { runningDue } from '../redo.ts';
import { factsOfFile } from './stairs.ts';
import { toRequest } from './tables.ts';

declare module '../../platform/database.ts' {
  interface Database {
    due_day_moves: {
      id: Generated<number>;
      request_id: string;
      agency_id: string;
      moved_at: Date;
      from_on: CivilDate | null;
      to_on: CivilDate | null;
      because: string;
    };
  }
}

/** A file that is due another day than before. */
export interface MovedDueDay {
  readonly requestId: RequestId;
  readonly agencyId: AgencyId;
  readonly number: string;
  /** Null: no day could be told. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

const BATCH = 200;

/** @param because what changed the days: then it is kept beside every file that moved; the nightly sweep names nothing */
export async function refreshDueDays(house: House, because?: string): Promise<MovedDueDay[]> {
  const calendar = house.calendar();
  const today = civilDateAt(house.now());
  const moved: MovedDueDay[] = [];
  for (let after = ''; ; ) {
    const batch = await house.db
      .selectFrom('info_requests')
      .select('id')
      .where((q) => q.or([q('closed_on', 'is', null), q('due_on', 'is not', null)]))
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id } of batch) {
      const one = await refresh(house, id, { today, calendar, because });
      if (one) moved.push(one);
    }
    if (batch.length < BATCH) return moved;
    after = batch[batch.length - 1]!.id;
  }
}

/** Under the lock of the file, so that an act at the same moment is not overwritten. */
async function refresh(
  { db, now }: House,
  id: string,
  { today, calendar, because }: Recount,
): Promise<MovedDueDay | undefined> {
  return inTransaction(db, async (tx) => {
    const row = await tx.selectFrom('info_requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) return undefined;
    const file = { request: toRequest(row), facts: await factsOfFile(tx, id) };
    const clock = tryClock(file, today, calendar);
    // A record that was changed outside the product keeps its day; lists and the file itself say what is wrong with it.
    if (isRefusal(clock)) return undefined;
    const due = runningDue(file, today, calendar);
    if (due === row.due_on) return undefined;
    await tx.updateTable('info_requests').set({ due_on: due }).where('id', '=', id).execute();
    const moved = { requestId: id, agencyId: row.agency_id, number: row.number, from: row.due_on, to: due };
    if (because !== undefined) await keepMove(tx, moved, now(), because);
    return moved;
  });
}

interface Recount {
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly because: string | undefined;
}

async function keepMove(tx: Tx, { requestId, agencyId, from, to }: MovedDueDay, at: Date, because: string) {
  const move = { request_id: requestId, agency_id: agencyId, moved_at: at, from_on: from, to_on: to, because };
  await tx.insertInto('due_day_moves').values(move).execute();
}

/** 期限的变动 of a file, the latest first. */
export async function movesOf(db: Db, requestId: RequestId) {
  return db
    .selectFrom('due_day_moves')
    .select(['moved_at', 'from_on', 'to_on', 'because'])
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .execute();
}
