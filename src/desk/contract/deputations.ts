/** 代理: who stands in for whom, until when. Every change answers the whole view anew. */
import type { Term } from './words.ts';

export interface DeputationLine {
  readonly id: string;
  readonly principal: string;
  readonly deputy: string;
  readonly roles: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly state: string;
  /** It runs, or will. */
  readonly open: boolean;
  readonly mayEnd: boolean;
}

/** 可以请来代理的人. */
export type DeputyChoice = Term & { readonly agency: string };

/** 有岗位可以交人代理的人, with the posts. */
export type PrincipalChoice = DeputyChoice & { readonly roles: readonly Term[] };

export interface DeputationsView {
  readonly today: string;
  /** 我交人代理的. */
  readonly given: readonly DeputationLine[];
  /** 我代理的. */
  readonly held: readonly DeputationLine[];
  /** Myself, when I have a post to lend; whom I may ask. */
  readonly own: PrincipalChoice | null;
  readonly deputies: readonly DeputyChoice[];
  /** 全部的, for who administers people or looks at what was done; null for the others. */
  readonly county: {
    readonly lines: readonly DeputationLine[];
    /** Whose posts may be lent, and to whom; nobody's where one only reads. */
    readonly principals: readonly PrincipalChoice[];
    readonly deputies: readonly DeputyChoice[];
  } | null;
}
