/** 评估审查的清单 [REQ-117]: by the cached day, which every act writes anew. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { InfoRequest } from '../info-request.ts';
import type { OutcomeName } from '../outcomes.ts';
import type { Page } from './lists.ts';
import './tables.ts';

export interface AwaitedReview extends Pick<InfoRequest, 'id' | 'agencyId' | 'number' | 'wanted'> {
  readonly outcome: OutcomeName;
  readonly repliedOn: CivilDate;
  readonly reviewOn: CivilDate;
}

/** The nearest first. @param until only those due by this day */
export async function listRefusalReviews(
  db: Db,
  agencyIds: readonly AgencyId[],
  { number, size }: Page,
  until?: CivilDate,
): Promise<readonly AwaitedReview[]> {
  if (agencyIds.length === 0) return [];
  let found = db.selectFrom('info_requests').where('agency_id', 'in', agencyIds).where('review_on', 'is not', null);
  if (until) found = found.where('review_on', '<=', until);
  const rows = await found
    .select(['id', 'agency_id', 'number', 'wanted', 'outcome', 'replied_on', 'review_on'])
    .orderBy('review_on')
    .orderBy('id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    number: row.number,
    wanted: row.wanted,
    outcome: row.outcome!,
    repliedOn: row.replied_on!,
    reviewOn: row.review_on!,
  }));
}

export async function countRefusalReviews(
  db: Db,
  agencyIds: readonly AgencyId[],
  today: CivilDate,
): Promise<{ readonly total: number; readonly overdue: number }> {
  if (agencyIds.length === 0) return { total: 0, overdue: 0 };
  return db
    .selectFrom('info_requests')
    .select((q) => q.fn.countAll<number>().as('total'))
    .select(sql<number>`count(*) filter (where review_on < ${today})`.as('overdue'))
    .where('agency_id', 'in', agencyIds)
    .where('review_on', 'is not', null)
    .executeTakeFirstOrThrow();
}
