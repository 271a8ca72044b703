/** 复议、诉讼, as the console sees them. */
import type { Term, VerbView } from './words.ts';

export interface RemedyView {
  readonly id: string;
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
  readonly filedOn: string;
  readonly closedOn: string | null;
  readonly conclusion: string | null;
  readonly result: string | null;
  /** `recordResult`, `recordNextInstance`. */
  readonly verbs: readonly VerbView[];
}

export interface RemedyPage {
  readonly lines: readonly RemedyView[];
  /** 登记 of a case that stands alone. */
  readonly record: VerbView;
  /** Agencies whose cases the officer records. */
  readonly recordFor: readonly Term[];
}
