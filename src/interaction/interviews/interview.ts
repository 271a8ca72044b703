/**
 * 在线访谈 Interview: a guest of the agency answers in public, at a time that was told before. The notice is read by a second person before
 * anybody sees it, questions come in before and during, what is said appears while it is typed, and the transcript stays. Everything that
 * happened is one numbered row of facts: the number is what a reader who was cut off asks on from.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { InterviewFact } from './facts.ts';

export type InterviewId = string;

export const INTERVIEW_STATES = {
  draft: '起草预告',
  submitted: '预告待审核',
  announced: '已预告',
  live: '正在进行',
  ended: '已结束',
  cancelled: '已取消',
} as const;
export type InterviewState = keyof typeof INTERVIEW_STATES;
export const INTERVIEW_STATE_NAMES = Object.keys(INTERVIEW_STATES) as InterviewState[];

/** What the public is shown. */
export const PUBLIC_STATES: readonly InterviewState[] = ['announced', 'live', 'ended', 'cancelled'];

/** 预告. */
export interface InterviewNotice {
  readonly title: string;
  readonly guest: string;
  readonly guestPost: string;
  readonly intro: string;
  readonly plannedOn: CivilDate;
  /** 北京时间, HH:MM. */
  readonly plannedAt: string;
  /** 预告图片 [INT-48]: hash of a picture that is kept for the agency; empty or absent where there is none. */
  readonly picture?: string;
  /** 图片说明: what it shows, for whoever does not see it. */
  readonly pictureWords?: string;
}

export interface Interview extends InterviewNotice {
  readonly id: InterviewId;
  readonly agencyId: AgencyId;
  readonly state: InterviewState;
  readonly announcedOn: CivilDate | null;
  /** The day it began. */
  readonly heldOn: CivilDate | null;
  readonly cancelledWhy: string | null;
  readonly videoUrl: string | null;
}

export interface InterviewFile {
  readonly interview: Interview;
  readonly facts: readonly InterviewFact[];
}

export const QUESTION_STATES = { waiting: '待处理', admitted: '已公开', declined: '不公开' } as const;
export type QuestionState = keyof typeof QUESTION_STATES;

/** 网友提问: without a name. */
export interface InterviewQuestion {
  readonly id: string;
  readonly interviewId: InterviewId;
  readonly agencyId: AgencyId;
  readonly body: string;
  readonly receivedAt: string;
  readonly state: QuestionState;
  /** As a person let it through. */
  readonly publicText: string | null;
  readonly decidedWhy: string;
}

export const SPEAKERS = { host: '主持人', guest: '嘉宾' } as const;
export type Speaker = keyof typeof SPEAKERS;
export const SPEAKER_NAMES = Object.keys(SPEAKERS) as Speaker[];

export const LONGEST = {
  title: 80,
  guest: 30,
  guestPost: 60,
  intro: 2_000,
  turn: 3_000,
  question: 500,
  note: 200,
  pictureWords: 100,
  url: 500,
} as const;

/** More than anybody could say or read in an afternoon. */
export const MOST_TURNS = 1_000;
export const MOST_QUESTIONS = 2_000;
