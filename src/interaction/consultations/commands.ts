/** The acts on a consultation, and what the public sends to it. */
import type { AgencyId } from '../../people/agency.ts';
import type { AdoptionName } from './adoption.ts';
import type { ConsultationId, ConsultationText } from './consultation.ts';
import type { Answers } from './questions.ts';

export interface DraftConsultation {
  readonly verb: 'draft';
  readonly agencyId: AgencyId;
  readonly text: ConsultationText;
}

type Act<V extends string, P = unknown> = { readonly verb: V; readonly consultationId: ConsultationId } & P;

export type ConsultationAct =
  | Act<'revise', { readonly text: ConsultationText }>
  | Act<'submit'>
  | Act<'check', { readonly passed: boolean; readonly opinion: string }>
  | Act<'prolong', { readonly days: number; readonly why: string }>
  | Act<'stop', { readonly why: string }>
  | Act<
      'reply',
      {
        readonly opinionIds: readonly string[];
        readonly adoption: AdoptionName;
        readonly reply: string;
        /** 公布的意见摘要; empty where none of these is listed one by one. */
        readonly gist: string;
      }
    >
  | Act<'summarize', { readonly outcome: string }>
  | Act<'approve', { readonly passed: boolean; readonly opinion: string }>;

export type ConsultationVerb = ConsultationAct['verb'];
export type ConsultationCommand = DraftConsultation | ConsultationAct;

/** 提出意见、填写问卷. */
export interface SendOpinion {
  readonly verb: 'send';
  readonly consultationId: ConsultationId;
  readonly body: string;
  readonly answers: Answers;
  /** Kept already; what answers no question that is asked is not taken. */
  readonly files: readonly SentFile[];
  /** Empty for whoever does not give his name. */
  readonly writer: OpinionWriter;
  readonly formHash: string;
  /** Of the token the browser was given; null for an opinion. */
  readonly visitorDigest: string | null;
  /** Empty for a survey. */
  readonly code: string;
  readonly codeDigest: string;
}

/** 交来的文件 [INT-46]. */
export interface SentFile {
  /** Key of the question it answers. */
  readonly question: string;
  readonly id: string;
  /** Sealed where it is kept. */
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** 提出人: sealed. */
export interface OpinionWriter {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
