/** 在线访谈, as the console sees it. */
import type { SettledLine, Term, VerbView } from './words.ts';

export interface InterviewLineView {
  readonly id: string;
  readonly title: string;
  readonly guest: string;
  readonly agency: string;
  readonly plannedOn: string;
  readonly plannedAt: string;
  readonly state: string;
  /** Questions that wait for a person. */
  readonly waiting: number;
}

export interface InterviewPage {
  readonly lines: readonly InterviewLineView[];
  readonly total: number;
  readonly pageSize: number;
  /** For which the officer may draft one. */
  readonly agencies: readonly Term[];
}

export interface InterviewQuestionView {
  readonly id: string;
  readonly body: string;
  readonly receivedAt: string;
  readonly state: 'waiting' | 'admitted' | 'declined';
  readonly stateTerm: string;
  readonly why: string;
}

export interface TranscriptLineView {
  readonly n: number;
  readonly version: number;
  readonly who: 'host' | 'guest' | 'public';
  readonly whoTerm: string;
  readonly text: string;
  readonly answers: number | null;
  readonly at: string;
  readonly corrected: string | null;
}

export interface InterviewView {
  readonly line: InterviewLineView;
  readonly agencyId: string;
  readonly stage: 'draft' | 'submitted' | 'announced' | 'live' | 'ended' | 'cancelled';
  readonly notice: {
    readonly title: string;
    readonly guest: string;
    readonly guestPost: string;
    readonly intro: string;
    readonly plannedOn: string;
    readonly plannedAt: string;
    /** Hash of the picture, or empty. */
    readonly picture: string;
    readonly pictureWords: string;
  };
  /** Number of the notice that is shown: what decides on it sends it back. */
  readonly noticeSeen: number;
  readonly videoUrl: string | null;
  readonly cancelledWhy: string | null;
  /** Why it was sent back, where it was. */
  readonly returned: string | null;
  readonly verbs: readonly VerbView[];
  /** 办结情况; null while something is left to do. */
  readonly settled: readonly SettledLine[] | null;
  readonly questions: readonly InterviewQuestionView[];
  readonly lines: readonly TranscriptLineView[];
  readonly history: readonly {
    readonly n: number;
    readonly on: string;
    readonly what: string;
    readonly by: string;
    readonly says: string;
  }[];
  /** Where the public reads it; null while it does not. */
  readonly publicPath: string | null;
}
