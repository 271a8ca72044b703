/** 收集的年报, as the console sees them. */
import type { PaperTable } from '../../statute/paper.ts';
import type { FindingView } from './reports.ts';
import type { Term } from './words.ts';

export interface CollectedLine {
  readonly id: string;
  readonly agency: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly name: string;
  readonly addedBy: string;
  readonly addedOn: string;
  /** Cells still to be settled. */
  readonly open: number;
}

export interface CollectedReports {
  readonly lines: readonly CollectedLine[];
  /** Agencies into whose collection the officer may put reports. */
  readonly agencies: readonly Term[];
}

/** What became of the files of one upload. */
export interface Collected {
  readonly added: readonly { readonly id: string; readonly name: string; readonly open: number }[];
  readonly refused: readonly { readonly name: string; readonly says: string }[];
  /** Files of an archive that were left, because there were too many. */
  readonly left: number;
}

export interface CollectedReportView extends CollectedLine {
  /** How many settlements there are: sent along with one more. */
  readonly seen: number;
  readonly tables: readonly PaperTable[];
  readonly undecided: readonly {
    readonly pointer: string;
    readonly name: string;
    /** Digits that stand without borders between them, as printed. */
    readonly glued: string | null;
    /** Lines of the source (`at`) in which it stands. */
    readonly lines: readonly number[];
    readonly settled: {
      readonly figure: number | null;
      readonly by: string;
      readonly at: string;
    } | null;
  }[];
  readonly source: readonly {
    readonly at: number;
    readonly page: number | null;
    readonly table: string;
    readonly text: string;
  }[];
  readonly findings: readonly (FindingView & {
    readonly key: string;
    readonly judged: {
      readonly verdict: 'confirmed' | 'dismissed';
      readonly term: string;
      readonly why: string;
      readonly by: string;
      readonly at: string;
    } | null;
  })[];
  /** How many judgements there are: sent along with one more. */
  readonly judgements: number;
  /** Last year's report of the agency is in the collection: carry-over and stock were compared. */
  readonly comparedWithLastYear: boolean;
  readonly notes: readonly string[];
  /** Why the officer may not settle; null when he may. */
  readonly why: string | null;
}

/** 比较: measures of several collected reports beside each other, in words. */
export interface ComparisonView {
  readonly subjects: readonly { readonly label: string; readonly path: string }[];
  readonly tables: readonly {
    readonly key: string;
    readonly title: string;
    readonly measures: readonly {
      readonly key: string;
      readonly term: string;
      readonly unit: string;
      /** One for each subject; `says` where there is no value, why. */
      readonly values: readonly { readonly value: number | null; readonly says: string }[];
    }[];
  }[];
  readonly cautions: readonly string[];
  readonly ranking: {
    readonly term: string;
    readonly cautions: readonly string[];
    readonly years: readonly {
      readonly year: number | null;
      readonly places: readonly { readonly place: number | null; readonly label: string; readonly says: string }[];
      readonly unranked: readonly string[];
    }[];
  } | null;
}
