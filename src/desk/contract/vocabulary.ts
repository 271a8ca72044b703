/** The tables of the rooms, as the console's forms offer them. */
import type { Term } from './words.ts';

export interface OutcomeView extends Term {
  readonly basis: string;
  readonly group: string;
  readonly remedy: string;
  readonly grounds: readonly {
    readonly name: string;
    readonly term: string;
    readonly hint: string;
    readonly input: 'text' | 'date';
    readonly basis: string;
  }[];
  readonly records: readonly string[];
}

/** 研判的一个问题; an answer leads to the next, to an outcome, or to a step that comes first. */
export interface TriageQuestionView extends Term {
  readonly means: string;
  readonly example: string;
  readonly basis: string;
  readonly yes: TriageLeadView;
  readonly no: TriageLeadView;
}

/** With neither question, outcome nor step it leads to what was exempted on the way. */
export interface TriageLeadView {
  readonly question: string | null;
  readonly outcome: string | null;
  /** The outcome if nothing can be given after all. */
  readonly exempts: string | null;
  /** The verb that comes first, as it is called, and why. */
  readonly first: { readonly term: string; readonly says: string } | null;
}

/** 用语表: the tables of the rooms, as the console's forms offer them. */
export interface Vocabulary {
  readonly channels: readonly (Term & {
    readonly arrival: string;
    readonly needsConfirmation: boolean;
    /** 收件记录 the register asks for. */
    readonly records: readonly (Term & { readonly hint: string })[];
    readonly basis: string;
  })[];
  readonly applicantKinds: readonly (Term & { readonly natural: boolean })[];
  readonly formsWanted: readonly Term[];
  readonly states: readonly Term[];
  readonly outcomes: readonly OutcomeView[];
  /** 研判, its first question first. */
  readonly triage: readonly TriageQuestionView[];
  readonly serviceMethods: readonly (Term & { readonly day: string; readonly evidence: string })[];
  /** 承运的企业; the last may not carry official documents and is refused in words. */
  readonly carriers: readonly Term[];
  readonly receivers: readonly Term[];
  readonly arrivals: readonly Term[];
  readonly returnReasons: readonly Term[];
  /** Where the officer may register. */
  readonly agencies: readonly Term[];
  /** Whose applications the officer reads: what the list may be narrowed to. */
  readonly agenciesRead: readonly Term[];
  /** 可以请其协办的机关: every agency of the installation. */
  readonly agenciesAsked: readonly Term[];
  /** 附件的用途. */
  readonly filePurposes: readonly Term[];
  /** Why an applicant's identity may be opened; the name is sent as `reason`. */
  readonly identityReasons: readonly Term[];
  readonly remedyKinds: readonly (Term & { readonly body: string })[];
  readonly conclusions: readonly (Term & {
    readonly of: 'review' | 'litigation';
    readonly result: string;
    readonly basis: string;
    /** It may order a new reply. */
    readonly mayOrder: boolean;
  })[];
  /** 审理程序. */
  readonly procedures: readonly Term[];
  readonly nextInstances: readonly Term[];
}
