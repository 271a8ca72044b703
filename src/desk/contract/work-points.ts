/** 工作要点, as the console sees it. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term } from './words.ts';

type Standing = 'overdue' | 'underWay' | 'notBegun' | 'done';

export interface WorkPointLine {
  readonly id: string;
  readonly number: number;
  readonly heading: string;
  readonly title: string;
  readonly basis: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly light: Light;
  readonly workdaysLeft: number;
  readonly standing: Standing;
  readonly term: string;
  readonly doneOn: string | null;
  /** 晚了几天; 0 in time. */
  readonly daysLate: number;
  readonly proofs: number;
  /** Null while it holds. */
  readonly withdrawnBecause: string | null;
}

export interface WorkPointPage {
  readonly year: number;
  readonly today: string;
  readonly lines: readonly WorkPointLine[];
  /** Over the whole year, whatever is asked for; withdrawn ones are left out. */
  readonly counts: readonly { readonly standing: Standing; readonly term: string; readonly count: number }[];
  /** Where the officer may set the list; none where he only reads. */
  readonly agencies: readonly Term[];
  readonly owners: readonly Term[];
}

export interface WorkPointView {
  readonly line: WorkPointLine;
  readonly year: number;
  readonly agency: string;
  readonly ownerId: string;
  readonly seen: number;
  readonly today: string;
  readonly notes: readonly { readonly term: string; readonly on: string; readonly by: string; readonly says: string }[];
  readonly proofs: readonly {
    readonly id: string;
    readonly title: string;
    /** Null of a file, which is downloaded. */
    readonly address: string | null;
    readonly bytes: number | null;
    readonly by: string;
  }[];
  readonly verbs: readonly {
    readonly verb: string;
    readonly term: string;
    readonly allowed: boolean;
    readonly why: string | null;
  }[];
  /** Who may be made to own it. */
  readonly owners: readonly Term[];
}

/** 要点表 checked or taken in. */
export interface WorkPointsRead {
  readonly says: string;
  readonly lines: readonly {
    readonly at: number;
    readonly title: string;
    readonly owner: string;
    readonly dueOn: string;
  }[];
}
