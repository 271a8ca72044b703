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
  readonly findings: readonly FindingView[];
  readonly notes: readonly string[];
  /** Why the officer may not settle; null when he may. */
  readonly why: string | null;
}
