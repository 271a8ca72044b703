/**
 * 工作台接口 The contract between desk and console: what is sent (`schemas.ts`, checked on each route) and what is answered
 * (views that name every field they show). The console takes types from here and from nowhere else in the server.
 */
import type { Issue } from '../statute/issue.ts';
import type { PaperCell, PaperTable } from '../statute/paper.ts';
import type { Certainty, Light } from '../statute/reply-clock/reckoning.ts';

export type { ActVerb, RequestAct } from './request-acts.ts';
export type { NewAgency, NewOfficer, Registration, ReportAct, RequestQuery, Setup, SignIn } from './schemas.ts';
export type { Certainty, Issue, Light, PaperCell, PaperTable };

/** Why something was not done; `issues` stand beside the fields of a form. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly says: string;
  readonly basis: string;
  readonly issues: readonly Issue[];
}

/** 术语: a value of a table and how it is called. */
export interface Term {
  readonly name: string;
  readonly term: string;
}

export type Room = 'requests' | 'reports' | 'publications' | 'people';

export interface SessionView {
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly string[];
  /** Rooms the officer's roles open. */
  readonly rooms: readonly Room[];
  readonly mayRegister: boolean;
  readonly today: string;
  readonly demo: boolean;
}

export interface DemoAccount {
  readonly signInName: string;
  readonly password: string;
  readonly name: string;
  readonly roles: string;
}

export interface RequestLineView {
  readonly id: string;
  readonly number: string;
  readonly agency: string;
  readonly wanted: string;
  readonly maskedName: string;
  readonly channel: string;
  readonly arrivedOn: string;
  readonly receivedOn: string | null;
  readonly state: string;
  readonly light: Light;
  readonly late: boolean;
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
}

export interface RequestPage {
  readonly lines: readonly RequestLineView[];
  readonly total: number;
  readonly pageSize: number;
}

/** 待办: one thing that waits, the step it waits for and who stands behind it. */
export interface InboxRow {
  readonly key: string;
  readonly path: string;
  readonly what: string;
  readonly forWhom: string;
  readonly number: string;
  readonly light: Light;
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
  readonly state: string;
  readonly step: string;
  readonly behind: string;
}

export interface InboxView {
  readonly today: string;
  readonly mine: readonly InboxRow[];
  readonly others: readonly InboxRow[];
}

export interface VerbView {
  readonly verb: string;
  readonly term: string;
  readonly basis: string;
  readonly allowed: boolean;
  /** Why it is greyed. */
  readonly why: string | null;
  /** What it will cause. */
  readonly causes: string;
  /** Whose it is. */
  readonly roles: string;
}

export interface KnotView {
  readonly on: string;
  readonly says: string;
  readonly basis: string;
  /** `waits`: the days that follow are not counted. */
  readonly kind: 'passed' | 'waits' | 'due';
}

export interface HistoryLine {
  readonly n: number;
  readonly on: string;
  readonly what: string;
  readonly particulars: readonly { readonly term: string; readonly text: string }[];
  readonly by: string;
  readonly recordedAt: string;
  /** Number and hash in the ledger. */
  readonly ledger: { readonly seq: number; readonly hash: string } | null;
}

export interface RequestFileView {
  readonly line: RequestLineView;
  readonly queryNumber: string;
  readonly applicantKind: string;
  readonly formWanted: string;
  readonly today: string;
  /** The sentence above the next step. */
  readonly situation: string;
  readonly next: VerbView | null;
  readonly verbs: readonly VerbView[];
  readonly clock: {
    readonly due: string | null;
    readonly provisional: boolean;
    readonly knots: readonly KnotView[];
    readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
    readonly sideClocks: readonly { readonly term: string; readonly due: string | null; readonly says: string }[];
    readonly breaks: readonly string[];
    readonly makeUpDays: readonly string[];
  };
  /** Consultations without an answer, and papers whose receipt is not known: what acts speak of by number. */
  readonly consultations: readonly { readonly n: number; readonly whom: string; readonly name: string }[];
  readonly papers: readonly { readonly n: number; readonly term: string; readonly on: string }[];
  readonly draft: {
    readonly outcome: string;
    readonly grounds: Readonly<Record<string, string>>;
    readonly text: string;
  } | null;
  readonly history: readonly HistoryLine[];
  readonly bySameApplicant: readonly RequestLineView[];
  readonly mayOpenIdentity: boolean;
}

/** Identity of an applicant, opened on purpose and with a trace. */
export interface IdentityView {
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly representative: string;
}

export interface RegisteredView {
  readonly id: string;
  readonly number: string;
  readonly queryNumber: string;
  /** Shown once: only its digest is kept. */
  readonly code: string;
  readonly lacks: readonly Issue[];
}

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

/** 用语表: the tables of the rooms, as the console's forms offer them. */
export interface Vocabulary {
  readonly channels: readonly (Term & {
    readonly arrival: string;
    readonly needsConfirmation: boolean;
    readonly basis: string;
  })[];
  readonly applicantKinds: readonly (Term & { readonly natural: boolean })[];
  readonly formsWanted: readonly Term[];
  readonly states: readonly Term[];
  readonly outcomes: readonly OutcomeView[];
  readonly serviceMethods: readonly (Term & { readonly day: string; readonly evidence: string })[];
  readonly agencies: readonly Term[];
}

export interface ReportVersion {
  readonly agencyId: string;
  readonly agency: string;
  readonly year: number;
  /** Null: nobody has begun it. */
  readonly state: 'draft' | 'frozen' | 'published' | null;
  readonly stateTerm: string;
  readonly version: number | null;
  readonly dueOn: string;
}

export interface FindingView extends Issue {
  readonly left: number | null;
  readonly right: number | null;
}

export interface ReportView extends ReportVersion {
  readonly reportId: string | null;
  readonly asOf: string;
  readonly tables: readonly PaperTable[];
  /** With live figures in braces while it is a draft. */
  readonly narrative: readonly { readonly heading: string; readonly text: string; readonly reads: string }[];
  readonly liveFigures: readonly Term[];
  readonly findings: readonly FindingView[];
  readonly verbs: readonly VerbView[];
  readonly waiver: string | null;
  readonly correction: string | null;
  readonly frozen: { readonly by: string; readonly at: string } | null;
  readonly published: { readonly by: string; readonly at: string } | null;
}

/** 取数依据: where a figure comes from, and the records behind it. */
export interface BehindView {
  readonly term: string;
  readonly says: string;
  readonly basis: string;
  readonly records: readonly {
    readonly title: string;
    readonly note: string;
    readonly on: string;
    readonly amount: string;
    readonly path: string | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
}

export interface PublicationPage {
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly state: string;
    readonly agency: string;
    readonly docNo: string | null;
    readonly writtenOn: string;
    readonly publishedOn: string | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
}

export interface PeopleView {
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    readonly signInName: string;
    readonly agency: string;
    readonly roles: readonly string[];
    readonly active: boolean;
  }[];
  readonly agencies: readonly (Term & { readonly kind: string; readonly parent: string | null })[];
  readonly roles: readonly (Term & { readonly duty: string })[];
  readonly agencyKinds: readonly Term[];
}
