/**
 * 政府信息公开工作年度报告 AnnualReport (《条例》第四十九条、第五十条). A version is written (figures recomputed from records
 * whenever it is read), frozen (figures and text kept as they are), and published. A published version is never changed:
 * a correction is a new version with a note.
 */
import type { AgencyId } from '../people/agency.ts';
import type { Hand } from '../people/hand.ts';
import type { NarrativeSection, Report } from './report.ts';

export const REPORT_STATES = {
  draft: { term: '编制中' },
  frozen: { term: '已定稿' },
  published: { term: '已公布' },
} as const;

export type ReportState = keyof typeof REPORT_STATES;

export interface AnnualReport {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly version: number;
  readonly state: ReportState;
  /** Sections with live figures in braces. */
  readonly narrative: readonly NarrativeSection[];
  /** What was frozen; null while it is a draft. */
  readonly frozen: Report | null;
  readonly frozenBy: string | null;
  readonly frozenAt: Date | null;
  readonly waiver: string | null;
  /** What `waiver` let pass, and whose word it is. */
  readonly passed: LetPass | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly correction: string | null;
}

/** 放行的错误 [ANR-71], as the head read them; an error that came up later is none of them. */
export interface LetPass {
  readonly by: Hand;
  readonly errors: readonly { readonly code: string; readonly says: string }[];
}

export type ReportCommand =
  | { readonly verb: 'open'; readonly agencyId: AgencyId; readonly year: number }
  | { readonly verb: 'write'; readonly reportId: string; readonly narrative: readonly NarrativeSection[] }
  /** `waiver`: the reason of the office head to freeze in spite of errors. */
  | { readonly verb: 'freeze'; readonly reportId: string; readonly waiver?: string }
  | { readonly verb: 'reopen'; readonly reportId: string; readonly reason: string }
  | { readonly verb: 'publish'; readonly reportId: string }
  /** The reason of the office head to publish in spite of errors that came up after freezing. */
  | { readonly verb: 'letPass'; readonly reportId: string; readonly reason: string }
  | { readonly verb: 'correct'; readonly reportId: string; readonly note: string };
