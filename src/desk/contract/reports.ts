/** 年度报告, as the console sees it. */
import type { Issue } from '../../statute/issue.ts';
import type { PaperTable } from '../../statute/paper.ts';
import type { Term, VerbView } from './words.ts';

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
