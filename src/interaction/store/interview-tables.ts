/** The tables of 在线访谈 and how their rows read. */
import type { Generated, Selectable } from 'kysely';
import type { Database } from '../../platform/database.ts';
import { factFrom, rowOfFact } from '../../platform/fact-rows.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { InterviewFact, InterviewFactType } from '../interviews/facts.ts';
import type {
  Interview,
  InterviewFile,
  InterviewQuestion,
  InterviewState,
  QuestionState,
} from '../interviews/interview.ts';

declare module '../../platform/database.ts' {
  interface Database {
    interviews: {
      id: string;
      agency_id: string;
      title: string;
      guest: string;
      guest_post: string;
      intro: string;
      planned_on: CivilDate;
      planned_at: string;
      state: InterviewState;
      last_n: number;
      announced_on: CivilDate | null;
      held_on: CivilDate | null;
      cancelled_why: string | null;
      video_url: string | null;
      picture: Generated<string>;
      picture_words: Generated<string>;
    };
    interview_facts: {
      interview_id: string;
      n: number;
      agency_id: string;
      type: InterviewFactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
    interview_questions: {
      id: string;
      interview_id: string;
      agency_id: string;
      body: string;
      form_hash: string;
      received_at: Date;
      state: QuestionState;
      public_text: string | null;
      decided_why: string;
    };
  }
}

export function toInterview(row: Selectable<Database['interviews']>): Interview {
  return {
    id: row.id,
    agencyId: row.agency_id,
    title: row.title,
    guest: row.guest,
    guestPost: row.guest_post,
    intro: row.intro,
    plannedOn: row.planned_on,
    plannedAt: row.planned_at,
    state: row.state,
    announcedOn: row.announced_on,
    heldOn: row.held_on,
    cancelledWhy: row.cancelled_why,
    videoUrl: row.video_url,
    picture: row.picture,
    pictureWords: row.picture_words,
  };
}

export function fromInterview({ interview: one, facts }: InterviewFile) {
  return {
    agency_id: one.agencyId,
    title: one.title,
    guest: one.guest,
    guest_post: one.guestPost,
    intro: one.intro,
    planned_on: one.plannedOn,
    planned_at: one.plannedAt,
    state: one.state,
    last_n: facts.length,
    announced_on: one.announcedOn,
    held_on: one.heldOn,
    cancelled_why: one.cancelledWhy,
    video_url: one.videoUrl,
    picture: one.picture ?? '',
    picture_words: one.pictureWords ?? '',
  };
}

export function toInterviewFact(row: Selectable<Database['interview_facts']>): InterviewFact {
  return factFrom(row);
}

export function fromInterviewFact({ id, agencyId }: Pick<Interview, 'id' | 'agencyId'>, fact: InterviewFact) {
  return { interview_id: id, ...rowOfFact(agencyId, fact) };
}

export function toQuestion(row: Selectable<Database['interview_questions']>): InterviewQuestion {
  return {
    id: row.id,
    interviewId: row.interview_id,
    agencyId: row.agency_id,
    body: row.body,
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    publicText: row.public_text,
    decidedWhy: row.decided_why,
  };
}
