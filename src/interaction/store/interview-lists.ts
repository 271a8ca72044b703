/** 访谈的列表, what the public reads of one, and what counts in a year. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import type { Interaction } from '../interaction.ts';
import type { InterviewFact } from '../interviews/facts.ts';
import {
  type Interview,
  type InterviewId,
  type InterviewQuestion,
  type InterviewState,
  PUBLIC_STATES,
} from '../interviews/interview.ts';
import { type Line, publicStep, transcriptOf } from '../interviews/transcript.ts';
import { findInterviewFile } from './interview-stairs.ts';
import { toInterview, toInterviewFact, toQuestion } from './interview-tables.ts';

interface Page {
  readonly number: number;
  readonly size: number;
}

export interface InterviewLine extends Interview {
  /** Questions that wait for a person. */
  readonly waiting: number;
}

/** The latest first. */
export async function listInterviews(
  db: Db,
  agencyIds: readonly AgencyId[],
  { number, size }: Page,
  states?: readonly InterviewState[],
): Promise<{ readonly lines: readonly InterviewLine[]; readonly total: number }> {
  if (agencyIds.length === 0) return { lines: [], total: 0 };
  let found = db.selectFrom('interviews as i').where('i.agency_id', 'in', agencyIds);
  if (states) found = found.where('i.state', 'in', states);
  const { n } = await found.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('i')
    .select(
      sql<number>`(select count(*)::int from interview_questions q where q.interview_id = i.id and q.state = 'waiting')`.as(
        'waiting',
      ),
    )
    .orderBy('i.planned_on', 'desc')
    .orderBy('i.id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  return { lines: rows.map((row) => ({ ...toInterview(row), waiting: row.waiting })), total: n };
}

/** The longest waiting first. */
export async function questionsOf(db: Db, id: InterviewId): Promise<readonly InterviewQuestion[]> {
  const rows = await db
    .selectFrom('interview_questions')
    .selectAll()
    .where('interview_id', '=', id)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map(toQuestion);
}

/** 公开的访谈: nothing else of an interview leaves the house. */
export interface PublicInterview {
  readonly id: InterviewId;
  readonly agency: string;
  readonly title: string;
  readonly guest: string;
  readonly guestPost: string;
  readonly plannedOn: CivilDate;
  readonly plannedAt: string;
  readonly state: InterviewState;
  readonly heldOn: CivilDate | null;
  /** Hash, or empty. */
  readonly picture: string;
  readonly pictureWords: string;
}

export interface PublicInterviewPage extends PublicInterview {
  readonly intro: string;
  readonly cancelledWhy: string | null;
  readonly videoUrl: string | null;
  readonly lines: readonly Line[];
  /** Everything up to this number is in it. */
  readonly last: number;
}

const inPublic = (db: Db) =>
  db
    .selectFrom('interviews as i')
    .innerJoin('agencies as a', 'a.id', 'i.agency_id')
    .where('i.announced_on', 'is not', null)
    .where('i.state', 'in', PUBLIC_STATES);

const SHOWN = [
  'i.id',
  'a.name as agency',
  'i.title',
  'i.guest',
  'i.guest_post as guestPost',
  'i.planned_on as plannedOn',
  'i.planned_at as plannedAt',
  'i.state',
  'i.held_on as heldOn',
  'i.picture',
  'i.picture_words as pictureWords',
] as const;

/** What is to come or under way, the nearest first. */
export async function comingInterviews(db: Db): Promise<readonly PublicInterview[]> {
  return inPublic(db)
    .where('i.state', 'in', ['announced', 'live'])
    .select(SHOWN)
    .orderBy('i.planned_on')
    .orderBy('i.planned_at')
    .orderBy('i.id')
    .limit(100)
    .execute();
}

/** 往期. One more than a page, when there is more. */
export async function pastInterviews(db: Db, { number, size }: Page): Promise<readonly PublicInterview[]> {
  return inPublic(db)
    .where('i.state', 'in', ['ended', 'cancelled'])
    .select(SHOWN)
    .orderBy('i.planned_on', 'desc')
    .orderBy('i.id')
    .limit(size + 1)
    .offset((number - 1) * size)
    .execute();
}

export async function publicInterview(db: Db, id: InterviewId): Promise<PublicInterviewPage | undefined> {
  const shown = await inPublic(db).where('i.id', '=', id).select(SHOWN).executeTakeFirst();
  const file = shown && (await findInterviewFile(db, id));
  if (!file) return undefined;
  const { state, heldOn, intro, cancelledWhy, videoUrl } = file.interview;
  const { facts } = file;
  return { ...shown, state, heldOn, intro, cancelledWhy, videoUrl, lines: transcriptOf(facts), last: facts.length };
}

/** How far a public interview has come; undefined when there is none. */
export async function publicHead(
  db: Db,
  id: InterviewId,
): Promise<{ readonly state: InterviewState; readonly last: number } | undefined> {
  return inPublic(db).where('i.id', '=', id).select(['i.state', 'i.last_n as last']).executeTakeFirst();
}

/** 新的一步 [INT-39]: what the public may see of what was recorded after a number, in order; a line as it reads now. */
export interface PublicNews {
  readonly n: number;
  readonly step: 'line' | 'begun' | 'ended' | 'cancelled';
  readonly line: Line | null;
}

export async function publicNewsAfter(
  db: Db,
  id: InterviewId,
  after: number,
): Promise<{ readonly guest: string; readonly news: readonly PublicNews[] }> {
  const shown = await inPublic(db).where('i.id', '=', id).select('i.guest').executeTakeFirst();
  if (!shown) return { guest: '', news: [] };
  const rows = await db
    .selectFrom('interview_facts')
    .selectAll()
    .where('interview_id', '=', id)
    .where('n', '>', after)
    .orderBy('n')
    .execute();
  const facts = rows.map(toInterviewFact);
  const before = await turnsCorrectedIn(db, id, facts, after);
  const lines = new Map(transcriptOf([...before, ...facts]).map((line) => [line.n, line]));
  const news = facts.flatMap((fact) => {
    const step = publicStep(fact);
    if (step === null) return [];
    const line = lines.get(fact.type === 'corrected' ? fact.turn : fact.n) ?? null;
    return [{ n: fact.n, step, line: step === 'line' ? line : null }];
  });
  return { guest: shown.guest, news };
}

/** The turns, said before, that are put right among these. */
async function turnsCorrectedIn(
  db: Db,
  id: InterviewId,
  facts: readonly InterviewFact[],
  after: number,
): Promise<readonly InterviewFact[]> {
  const turns = facts.flatMap((fact) => (fact.type === 'corrected' && fact.turn <= after ? [fact.turn] : []));
  if (turns.length === 0) return [];
  const rows = await db
    .selectFrom('interview_facts')
    .selectAll()
    .where('interview_id', '=', id)
    .where('n', 'in', turns)
    .orderBy('n')
    .execute();
  return rows.map(toInterviewFact);
}

/** [INT-44] 举行的访谈: those that ended, in the year they were held. */
export async function interviewsHeld(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('interviews')
    .select(['id', 'agency_id as agencyId', 'title', 'held_on'])
    .where('state', '=', 'ended')
    .where('agency_id', 'in', agencyIds)
    .where('held_on', '>=', civilFromParts(year, 1, 1))
    .where('held_on', '<=', civilFromParts(year, 12, 31))
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  return rows.map(({ held_on, ...row }) => ({ ...row, kind: 'interview', heldOn: held_on! }));
}
