/**
 * 每日到期提醒 [MSG-9]: queued once a workday, from eight in the morning. It tells of what is due now, so days on which the server was off are
 * not made up for; started twice, the second finds the digest queued.
 */
import { sql } from 'kysely';
import { holdersOf } from '../../people/store/holders.ts';
import { type House, inTransaction, TELL } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { queueWork } from '../../platform/outbox/outbox.ts';
import { addDays, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { DIGEST_ROLES, type DueCount, digestsOf } from '../due-digest.ts';
import { correctionDue } from '../personal-corrections/clock.ts';
import { REMIND_DAYS } from '../refusal-review.ts';
import { SOON } from '../tasks/task.ts';
import './tables.ts';
import { AWAITED } from './tasks.ts';

const MORNING_MS = 8 * 3_600_000;

/** @returns how many digests there are for today; 0 before the morning and on days off */
export async function queueDigests({ db, now, calendar }: House): Promise<number> {
  const at = now();
  const today = civilDateAt(at);
  if (civilDateAt(new Date(at.getTime() - MORNING_MS)) !== today || !calendar().isWorkday(today)) return 0;
  const counts = [
    ...(await countDue(db, today, calendar())),
    ...(await countTasks(db, today, calendar())),
    ...(await countReviews(db, today)),
    ...(await countCorrections(db, today, calendar())),
  ];
  if (counts.length === 0) return 0;
  const digests = digestsOf(counts, await holdersOf(db, DIGEST_ROLES, today), today);
  const pieces = digests.map(({ id, notice }) => ({ id, work: TELL, agencyId: notice.agencyId, body: notice }));
  await inTransaction(db, (tx) => queueWork(tx, pieces, at));
  return digests.length;
}

/** [CLK-19] By the cached day of the lists, which `recheck-deadlines` keeps true; where the clock stands still there is none. */
async function countDue(db: Db, today: CivilDate, calendar: WorkCalendar): Promise<DueCount[]> {
  const [red, yellow] = [addWorkdays(today, 2, calendar), addWorkdays(today, 5, calendar)];
  const rows = await db
    .selectFrom('info_requests')
    .select('agency_id as agencyId')
    .select(sql<number>`count(*) filter (where due_on < ${today})`.as('overdue'))
    .select(sql<number>`count(*) filter (where due_on >= ${today} and due_on <= ${red})`.as('red'))
    .select(sql<number>`count(*) filter (where due_on > ${red})`.as('yellow'))
    .where('closed_on', 'is', null)
    .where('due_on', '<=', yellow)
    .groupBy('agency_id')
    .execute();
  return rows;
}

/** 协办 still to be answered, by the agency that was asked. */
async function countTasks(db: Db, today: CivilDate, calendar: WorkCalendar): Promise<DueCount[]> {
  return db
    .selectFrom('request_tasks')
    .select('to_agency_id as agencyId')
    .select(sql<number>`count(*) filter (where due_on < ${today})`.as('tasksLate'))
    .select(sql<number>`count(*) filter (where due_on >= ${today})`.as('tasksSoon'))
    .where('state', 'in', AWAITED)
    .where('due_on', '<=', addWorkdays(today, SOON, calendar))
    .groupBy('to_agency_id')
    .execute();
}

/** [REQ-117] 不予公开的评估审查 past their day, or within thirty days of it. */
async function countReviews(db: Db, today: CivilDate): Promise<DueCount[]> {
  return db
    .selectFrom('info_requests')
    .select('agency_id as agencyId')
    .select(sql<number>`count(*) filter (where review_on < ${today})`.as('reviewsLate'))
    .select(sql<number>`count(*) filter (where review_on >= ${today})`.as('reviewsSoon'))
    .where('review_on', '<=', addDays(today, REMIND_DAYS))
    .groupBy('agency_id')
    .execute();
}

/** [REQ-121] 更正申请 not answered yet: their day follows from the day they came, so those of one day are one. */
async function countCorrections(db: Db, today: CivilDate, calendar: WorkCalendar): Promise<DueCount[]> {
  const rows = await db
    .selectFrom('personal_corrections')
    .select(['agency_id as agencyId', 'received_on as receivedOn'])
    .select(sql<number>`count(*)`.as('open'))
    .where('replied_on', 'is', null)
    .groupBy(['agency_id', 'received_on'])
    .execute();
  const soon = addWorkdays(today, 5, calendar);
  return rows.flatMap(({ agencyId, receivedOn, open }) => {
    const due = correctionDue(receivedOn, calendar);
    if (due > soon) return [];
    return [due < today ? { agencyId, correctionsLate: open } : { agencyId, correctionsSoon: open }];
  });
}
