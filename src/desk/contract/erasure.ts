/** 到期清除, as the console lists it: numbers and days, nothing of the content. */
import type { Term } from './words.ts';

export interface ErasureView {
  /** 保留期限 as it is set. */
  readonly kept: string;
  /** Due, by agency; `more` where the list was cut. */
  readonly agencies: readonly {
    readonly agency: Term;
    /** 申请、更正申请、来信. */
    readonly kind: Term;
    readonly due: readonly {
      readonly fileId: string;
      readonly number: string;
      readonly closedOn: string | null;
      readonly dueOn: string;
      readonly files: number;
    }[];
  }[];
  readonly more: boolean;
  /** Confirmed, the latest first. */
  readonly confirmed: readonly {
    readonly number: string;
    readonly agency: string;
    readonly by: string;
    readonly at: string;
    readonly erasedAt: string | null;
  }[];
}
