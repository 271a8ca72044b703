/** 年度报告, as the console sees it. */
import type { ReportChart } from '../../annual-report/render/report-charts.ts';
import type { Issue } from '../../statute/issue.ts';
import type { PaperTable } from '../../statute/paper.ts';
import type { HandUpLine } from './hand-ups.ts';
import type { Term, VerbView } from './words.ts';

export interface ReportVersion {
  readonly agencyId: string;
  readonly agency: string;
  readonly year: number;
  /** Null: nobody has begun it. */
  readonly state: 'draft' | 'frozen' | 'published' | null;
  readonly stateTerm: string;
  readonly version: number | null;
  /** 1 月 31 日 or 3 月 31 日 of the next year: a date and not a period, no holiday moves it. */
  readonly dueOn: string;
  /** The last workday before which it must be done. */
  readonly remindOn: string;
  /** Not published and the day has passed. */
  readonly late: boolean;
  /** 报送上一级; null where nobody stands above. */
  readonly handUp: HandUpLine | null;
}

export interface FindingView extends Issue {
  readonly left: number | null;
  readonly right: number | null;
}

export interface ReportView extends ReportVersion {
  readonly reportId: string | null;
  /** What stands here, in short: sent along when it is written, frozen or published. */
  readonly seen: string;
  readonly asOf: string;
  readonly tables: readonly PaperTable[];
  /** 图: of the figures shown, and beside them the years before that were published. */
  readonly charts: readonly ReportChart[];
  /** With live figures in braces while it is a draft. */
  readonly narrative: readonly { readonly heading: string; readonly text: string; readonly reads: string }[];
  /** What the text may quote as `{name}`, and how each reads now. */
  readonly liveFigures: readonly (Term & { readonly value: number })[];
  readonly findings: readonly FindingView[];
  /** What was not checked, in sentences. */
  readonly notes: readonly string[];
  readonly verbs: readonly VerbView[];
  readonly waiver: string | null;
  /** What the waiver let pass. */
  readonly passed: { readonly by: string; readonly says: readonly string[] } | null;
  readonly correction: string | null;
  readonly frozen: { readonly by: string; readonly at: string } | null;
  readonly published: { readonly by: string; readonly at: string } | null;
}

/**
 * 取数依据: where a figure comes from, and the records behind it. `figure` of the query is the pointer of a cell
 * (`/table3/rows/3.1/6`) or the name of a live figure (`published.items`).
 */
export interface BehindView {
  readonly term: string;
  readonly says: string;
  readonly basis: string;
  /** The figure as the records add up to it now. */
  readonly figure: number;
  /** What a frozen report keeps of the day it was frozen on; null while it is a draft, or where its text does not use the figure. */
  readonly printed: { readonly figure: number; readonly on: string } | null;
  /** 逐单位, where the report takes in agencies below: what each adds, none of those that add nothing. */
  readonly agencies: readonly {
    readonly agency: string;
    readonly figure: number;
    /** 人工录入的原因; null where records are behind it. */
    readonly enteredWhy: string | null;
    /** What the records of the agency say beside an entered figure; null where there are none. */
    readonly recorded: number | null;
    readonly path: string | null;
  }[];
  /** How many the agencies come to beyond the figure: applications handed over in a reorganisation, which both of them count. */
  readonly twice: number;
  readonly records: readonly {
    readonly title: string;
    readonly note: string;
    readonly on: string;
    /** What it adds to the figure, with its unit. */
    readonly amount: string;
    readonly path: string | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
}
