/** 双公示, as the console sees it. */
import type { Term } from './words.ts';

export interface DecisionLine {
  readonly id: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly number: string;
  readonly subject: string;
  readonly decidedOn: string;
  readonly state: 'registered' | 'published' | 'withdrawn';
  readonly stateTerm: string;
  /** 自作出之日起第七个工作日. */
  readonly publishBy: string;
  /** Not shown yet, and the day has passed. */
  readonly late: boolean;
  /** To be shown, or shown and to be corrected. */
  readonly waits: boolean;
  /** 更正 that waits; what is shown stays until it is shown itself. */
  readonly correction: DecisionCorrection | null;
  /** 公示至; null where it stays. */
  readonly shownUntil: string | null;
  readonly withdrawnWhy: string | null;
}

export interface DecisionPage {
  readonly lines: readonly DecisionLine[];
  readonly total: number;
  readonly pageSize: number;
  /** Waiting to be shown, of this kind, in all. */
  readonly waiting: number;
  readonly late: number;
  /** Agencies for which the officer may register, and may show. */
  readonly registers: readonly Term[];
  /** `seen`: how many registrations this page has seen. */
  readonly shows: readonly (Term & { readonly waiting: number; readonly seen: number })[];
}

export interface DecisionCorrection {
  /** Null both of what is not told: numbers of papers. */
  readonly fields: readonly { readonly term: string; readonly before: string | null; readonly after: string | null }[];
}

export interface DecisionsChecked {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly says: string;
  /** The first two hundred; all of an import are in its record. */
  readonly changes: readonly { readonly number: string; readonly how: string; readonly fields: readonly string[] }[];
  /** Numbers of those that were taken back, and stay so. */
  readonly kept: readonly string[];
}

/** 登记记录: a page of sheets, the newest first. */
export interface DecisionImports {
  readonly total: number;
  readonly pageSize: number;
  readonly imports: readonly {
    readonly id: string;
    readonly at: string;
    readonly agency: string;
    readonly kind: string;
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    readonly kept: number;
  }[];
}
