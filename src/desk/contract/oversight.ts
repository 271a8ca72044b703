/** 考核、社会评议、责任追究和投诉, as the console sees them. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term } from './words.ts';

export interface OversightLine {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly on: string;
  readonly title: string;
  readonly result: string;
  readonly by: string;
  /** Null while it holds. */
  readonly withdrawnBecause: string | null;
}

export interface ComplaintLine {
  readonly id: string;
  readonly number: string;
  readonly about: string;
  readonly ground: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly light: Light;
  readonly workdaysLeft: number;
  readonly says: string;
  /** Null while it is looked into. */
  readonly answered: {
    readonly on: string;
    readonly by: string;
    readonly verdict: string;
    readonly measure: string;
    readonly text: string;
  } | null;
}

export interface OversightPage {
  readonly year: number;
  readonly today: string;
  readonly records: readonly OversightLine[];
  readonly complaints: readonly ComplaintLine[];
  /** 本年计数, by kind; withdrawn ones are left out. */
  readonly counts: readonly { readonly term: string; readonly count: number }[];
  /** What the draft of the annual report will say. */
  readonly text: string;
  /** Where the officer may record; none where he only reads. */
  readonly agencies: readonly Term[];
  /** Of whom something may be recorded. */
  readonly about: readonly Term[];
  readonly kinds: readonly Term[];
  readonly grounds: readonly Term[];
  readonly verdicts: readonly (Term & { readonly found: boolean })[];
  readonly measures: readonly Term[];
}
