/** 咨询诉求, as the console sees it. */
import type { Issue } from '../../statute/issue.ts';
import type { Certainty, Light } from '../../statute/reply-clock/reckoning.ts';
import type { SettledLine, Term, VerbView } from './words.ts';

export interface CitizenLetterLine {
  readonly id: string;
  readonly number: string;
  readonly agency: string;
  readonly kind: string;
  readonly title: string;
  readonly maskedName: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly light: Light;
  readonly dueOn: string;
  readonly workdaysLeft: number;
  readonly late: boolean;
  /** 三个月单项否决: the warning, when there is one. */
  readonly veto: string | null;
}

export interface CitizenLetterPage {
  readonly lines: readonly CitizenLetterLine[];
  readonly total: number;
  readonly pageSize: number;
}

export interface CitizenLetterView {
  /** Number of the last thing that happened: every act sends it back. */
  readonly seen: number;
  readonly line: CitizenLetterLine;
  readonly body: string;
  readonly mayPublish: boolean;
  readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
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
  readonly draft: string;
  /** 建议的公开内容: masked by rule, to be read by a person; what was found stands beside it. */
  readonly proposed: { readonly title: string; readonly body: string; readonly answer: string };
  readonly found: readonly Issue[];
  readonly published: {
    readonly title: string;
    readonly body: string;
    readonly answer: string;
    readonly on: string;
  } | null;
  readonly refusals: readonly (Term & { readonly hint: string })[];
  readonly agencies: readonly Term[];
  readonly identityReasons: readonly Term[];
  readonly mayOpenIdentity: boolean;
}

export interface LetterWriterView {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
