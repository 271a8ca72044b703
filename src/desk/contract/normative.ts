/** 规范性文件台账, as the console sees it. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { ForceReviewSent, RegisterGroup, RegisterQuery } from '../publications/normative-schemas.ts';
import type { Term } from './words.ts';

export interface RegisterLine {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  readonly title: string;
  readonly docNo: string | null;
  readonly writtenOn: string;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
  /** 有效性, in words; with the day it ended. */
  readonly validity: string;
  readonly endedOn: string | null;
  readonly dueOn: string | null;
  readonly dueFor: string | null;
  readonly light: Light;
  readonly workdaysLeft: number | null;
  readonly waits: boolean;
  readonly lastReview: {
    readonly n: number;
    readonly on: string;
    readonly verdict: string;
    readonly why: string;
    readonly by: string;
  } | null;
  /** Steps on the document itself that this officer may take. */
  readonly leadsTo: { readonly revise: boolean; readonly repeal: boolean };
  /** Why the officer may not enter what was decided; null where he may. */
  readonly mayNot: string | null;
}

export interface RegisterView {
  readonly groups: readonly (Term & { readonly name: RegisterGroup; readonly total: number })[];
  readonly shown: RegisterGroup;
  readonly lines: readonly RegisterLine[];
  readonly total: number;
  readonly pageSize: number;
  readonly verdicts: readonly (Term & { readonly name: ForceReviewSent['verdict']; readonly hint: string })[];
  /** 口径: how often those without an end are looked at, how early those with one are told of. */
  readonly clock: { readonly years: number; readonly days: number };
}

export interface NormativeRoutes {
  'GET /api/normative': { query: RegisterQuery; answers: RegisterView };
  'GET /api/normative/register.xlsx': { answers: Blob };
  /** 清理结果; answers the line as it stands then. */
  'POST /api/normative/:id/reviews': { sends: ForceReviewSent; answers: RegisterLine };
}
