/** What every room answers with. */
import type { Issue } from '../../statute/issue.ts';

/** Why something was not done; `issues` stand beside the fields of a form. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly says: string;
  readonly basis: string;
  readonly issues: readonly Issue[];
}

/** 术语: a value of a table and how it is called. */
export interface Term {
  readonly name: string;
  readonly term: string;
}

/** 办结情况: one line of how a file ended. */
export interface SettledLine {
  readonly term: string;
  readonly text: string;
}

export interface VerbView {
  readonly verb: string;
  readonly term: string;
  readonly basis: string;
  readonly allowed: boolean;
  /** Why it is greyed. */
  readonly why: string | null;
  /** 补记: the last day it may have been done, where that has passed and it may still be written down. */
  readonly lateUntil?: string | null;
  /** 代某某: the principal in whose name it would be done; null in one's own. */
  readonly actingFor?: string | null;
  /** What it will cause. */
  readonly causes: string;
  /** Whose it is. */
  readonly roles: string;
}
