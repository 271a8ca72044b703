/** 民意征集调查, as the console sees it. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { NewConsultation } from '../interaction/consultation-schemas.ts';
import type { SettledLine, Term, VerbView } from './words.ts';

export interface ConsultationLine {
  readonly id: string;
  readonly agency: string;
  readonly form: string;
  readonly title: string;
  readonly standing: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly received: number;
  /** 结果公布的期限. */
  readonly light: Light;
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
}

export interface ConsultationPage {
  readonly lines: readonly ConsultationLine[];
  readonly total: number;
  readonly pageSize: number;
  readonly mayDraft: boolean;
}

/** What the form of a draft offers. */
export interface ConsultationWords {
  readonly agencies: readonly Term[];
  readonly forms: readonly (Term & { readonly says: string })[];
  readonly matters: readonly (Term & { readonly basis: string; readonly least: number })[];
  readonly questionKinds: readonly (Term & { readonly options: boolean; readonly rows: boolean })[];
}

export type ConsultationTextView = NewConsultation['text'];

export interface QuestionResultView {
  readonly key: string;
  readonly says: string;
  readonly kind: string;
  readonly answered: number;
  readonly average: number | null;
  readonly tables: readonly {
    readonly row: string;
    readonly lines: readonly { readonly option: string; readonly n: number }[];
  }[];
}

export interface ConsultationView {
  /** Number of the last thing that happened: every act sends it back. */
  readonly seen: number;
  readonly line: ConsultationLine;
  readonly text: ConsultationTextView;
  readonly outcome: string;
  /** 数字: received, and of an opinion what became of them. */
  readonly counts: readonly (Term & { readonly n: number })[];
  /** Proposed words of the result, from the figures. */
  readonly proposedOutcome: string;
  readonly adoptions: readonly (Term & { readonly template: string })[];
  readonly results: readonly QuestionResultView[];
  readonly verbs: readonly VerbView[];
  /** 办结情况; null while something is left to do. */
  readonly settled: readonly SettledLine[] | null;
  readonly history: readonly {
    readonly n: number;
    readonly on: string;
    readonly what: string;
    readonly by: string;
    readonly says: string;
  }[];
  readonly words: ConsultationWords;
  readonly identityReasons: readonly Term[];
  readonly mayOpenIdentity: boolean;
}

export interface OpinionLineView {
  readonly id: string;
  readonly number: string;
  readonly receivedOn: string;
  readonly maskedName: string;
  readonly body: string;
  readonly adoption: string | null;
  readonly adoptionTerm: string | null;
  readonly reply: string;
  readonly gist: string;
  /** 建议的摘要: masked by rule, to be read by a person. */
  readonly proposedGist: string;
}

export interface OpinionPage {
  readonly lines: readonly OpinionLineView[];
  readonly total: number;
  readonly pageSize: number;
}

/** 问卷里交来的文件. */
export interface OpinionFilePage {
  readonly lines: readonly {
    readonly id: string;
    /** Of the answer it came with. */
    readonly number: string;
    readonly receivedOn: string;
    readonly question: string;
    readonly name: string;
    readonly kind: string;
    readonly bytes: number;
  }[];
  readonly total: number;
  readonly pageSize: number;
}
