/** 复议、诉讼, as the console sees them. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term, VerbView } from './words.ts';

/** 案件的一个期限. */
export interface RemedyClockView {
  readonly term: string;
  /** Ours, that of who hears the case, or of whoever disagrees with the result. */
  readonly whose: 'ours' | 'body' | 'party';
  readonly due: string;
  readonly workdaysLeft: number;
  readonly provisional: boolean;
  readonly doneOn: string | null;
  readonly late: boolean;
  readonly light: Light;
  readonly says: string;
  readonly ifLate: string;
  readonly basis: string;
}

export interface RemedyView {
  readonly id: string;
  /** Number of the last step, for `RemedyActSent`. */
  readonly seen: number;
  readonly agency: string;
  /** The application it is about; null for a case about a reply from before the product. */
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly kind: string;
  /** Which conclusions of the vocabulary fit. */
  readonly of: 'review' | 'litigation';
  readonly caseNumber: string;
  readonly body: string;
  readonly stage: string;
  /** Null until the notice has told. */
  readonly procedure: string | null;
  readonly filedOn: string;
  readonly closedOn: string | null;
  readonly conclusion: string | null;
  readonly result: string | null;
  readonly clocks: readonly RemedyClockView[];
  /** 各审级 with the result of each; the last is the one that counts. */
  readonly instances: readonly {
    readonly stage: string;
    readonly from: string;
    readonly closedOn: string | null;
    readonly conclusion: string | null;
    readonly result: string | null;
  }[];
  /** 重新答复 that is ordered, or made by the agency itself. */
  readonly newReply: {
    readonly own: boolean;
    readonly due: string;
    readonly workdaysLeft: number;
    readonly says: string;
    readonly light: Light;
    readonly late: boolean;
    readonly startedOn: string | null;
    readonly servedOn: string | null;
  } | null;
  readonly next: { readonly term: string; readonly waitsFor: string | null } | null;
  /** 制作证据材料: whether this officer may, and why not. */
  readonly evidence: { readonly allowed: boolean; readonly why: string | null };
  /** What may be recorded of it, in the order of its life. */
  readonly verbs: readonly VerbView[];
}

export interface RemedyPage {
  readonly lines: readonly RemedyView[];
  /** 登记 of a case that stands alone. */
  readonly record: VerbView;
  /** Agencies whose cases the officer records. */
  readonly recordFor: readonly Term[];
}
