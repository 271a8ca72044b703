/** 转主动公开 (《条例》第四十四条): which others were given the like, and which application a document was made of. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { decideProactive } from '../decide/decide-proactive.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import { gives } from '../proactive.ts';
import { listSimilar, type RequestLine } from './lists.ts';
import './tables.ts';

/** 多个申请人申请相同信息 [REQ-114] (第四十四条第一款): applications of others at the same agency that were given the like, the nearest first. */
export async function listAlikeGiven(
  db: Db,
  request: Pick<InfoRequest, 'id' | 'agencyId' | 'wanted'>,
  bySame: ReadonlySet<RequestId>,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<readonly RequestLine[]> {
  const similar = await listSimilar(db, request, bySame, today, calendar);
  return similar.filter(({ outcome }) => gives(outcome));
}

/** The application a document was made of; undefined for every other document. */
export async function requestBehindDocument(
  db: Db,
  documentId: string,
): Promise<Pick<InfoRequest, 'id' | 'agencyId' | 'number'> | undefined> {
  return db
    .selectFrom('request_facts as f')
    .innerJoin('info_requests as r', 'r.id', 'f.request_id')
    .select(['r.id', 'r.agency_id as agencyId', 'r.number'])
    .where('f.type', '=', 'proactiveDecided')
    .where(sql`f.detail ->> 'documentId'`, '=', documentId)
    .executeTakeFirst();
}

export interface AwaitingDecision extends Pick<InfoRequest, 'id' | 'agencyId' | 'number' | 'wanted'> {
  readonly suggestedOn: CivilDate;
}

/** 待审核的建议 at these agencies, the oldest first. */
export async function listSuggested(db: Db, agencyIds: readonly AgencyId[]): Promise<readonly AwaitingDecision[]> {
  if (agencyIds.length === 0) return [];
  return db
    .selectFrom('request_facts as s')
    .innerJoin('info_requests as r', 'r.id', 's.request_id')
    .select(['r.id', 'r.agency_id as agencyId', 'r.number', 'r.wanted', 's.happened_on as suggestedOn'])
    .where('s.type', '=', 'proactiveSuggested')
    .where('s.agency_id', 'in', agencyIds)
    .where('r.state', 'in', decideProactive.from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_facts as d')
            .select('d.n')
            .whereRef('d.request_id', '=', 's.request_id')
            .whereRef('d.n', '>', 's.n')
            .where('d.type', '=', 'proactiveDecided'),
        ),
      ),
    )
    .orderBy('s.happened_on')
    .orderBy('r.id')
    .execute();
}
