/** The acts on an interview and what each brings. */
import type { AgencyId } from '../../people/agency.ts';
import type { InterviewId, InterviewNotice, Speaker } from './interview.ts';

export interface DraftInterview {
  readonly verb: 'draft';
  readonly agencyId: AgencyId;
  readonly notice: InterviewNotice;
}

/** 提问: by anybody, through the one intake. */
export interface AskQuestion {
  readonly verb: 'ask';
  readonly interviewId: InterviewId;
  readonly text: string;
  readonly formHash: string;
}

type Act<V extends string, P = unknown> = { readonly verb: V; readonly interviewId: InterviewId } & P;

/** `seen`: number of the fact with the notice that was on the screen. */
export type InterviewAct =
  | Act<'revise', { readonly seen: number; readonly notice: InterviewNotice }>
  | Act<'submit', { readonly seen: number }>
  | Act<'check', { readonly seen: number; readonly passed: boolean; readonly opinion: string }>
  | Act<'begin'>
  | Act<
      'say',
      { readonly speaker: Speaker; readonly text: string; readonly answers: number | null; readonly once: string }
    >
  | Act<'admit', { readonly questionId: string; readonly text: string }>
  | Act<'decline', { readonly questionId: string; readonly why: string }>
  /** `seen`: number of the fact whose text was on the screen, the turn itself or its last correction. */
  | Act<'correct', { readonly turn: number; readonly seen: number; readonly text: string; readonly note: string }>
  | Act<'end'>
  | Act<'linkVideo', { readonly url: string }>
  | Act<'cancel', { readonly why: string }>;

export type InterviewVerb = InterviewAct['verb'];
export type InterviewCommand = DraftInterview | AskQuestion | InterviewAct;
