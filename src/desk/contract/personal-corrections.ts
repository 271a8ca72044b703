/** 更正本人信息申请, as the console sees it. */
import type { Certainty, Light } from '../../statute/reply-clock/reckoning.ts';
import type { HistoryLine } from './requests.ts';
import type { SettledLine, Term, VerbView } from './words.ts';

export interface CorrectionLineView {
  readonly id: string;
  readonly number: string;
  readonly agency: string;
  readonly record: string;
  readonly maskedName: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly light: Light;
  readonly dueOn: string;
  readonly workdaysLeft: number;
  readonly late: boolean;
}

export interface CorrectionPage {
  readonly today: string;
  readonly lines: readonly CorrectionLineView[];
  readonly total: number;
  readonly pageSize: number;
  /** 统计, of this year; beside the annual report and never in its 表三. */
  readonly figures: readonly { readonly term: string; readonly count: number }[];
  /** Where the officer may register. */
  readonly agencies: readonly Term[];
  readonly channels: readonly Term[];
  readonly applicantKinds: readonly Term[];
}

export interface ProofFileView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly by: string;
  /** 随哪一步收到. */
  readonly cameWith: string;
  readonly removable: boolean;
  /** Why it cannot be opened, in words; null where it can. */
  readonly quarantined: string | null;
}

export interface ProofFilesView {
  /** However many the officer may see. */
  readonly count: number;
  readonly files: readonly ProofFileView[];
  /** Why he sees none; null where he may. */
  readonly whyHidden: string | null;
  /** Why he adds none; null where he may. */
  readonly whyNotAdd: string | null;
}

export interface CorrectionFileView {
  /** Number of the last thing that happened: every act sends it back. */
  readonly seen: number;
  readonly today: string;
  readonly line: CorrectionLineView;
  readonly channel: string;
  readonly applicantKind: string;
  readonly wrong: string;
  readonly proof: string;
  readonly proofFiles: ProofFilesView;
  readonly provisional: boolean;
  readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
  readonly verbs: readonly VerbView[];
  /** 办结情况: how it ended, in the order it happened; null while something is left to do. */
  readonly settled: readonly SettledLine[] | null;
  readonly history: readonly Omit<HistoryLine, 'ledger'>[];
  readonly outcomes: readonly (Term & { readonly hint: string; readonly names: boolean })[];
  readonly identityReasons: readonly Term[];
  readonly mayOpenIdentity: boolean;
}
