/** 查阅记录: looks at identities of applicants, as the console lists them. */
import type { Term } from './words.ts';

export interface LookLine {
  /** Number in the ledger. */
  readonly seq: number;
  readonly at: string;
  readonly officer: string;
  /** Null where the entry of the ledger does not tell one of the reasons. */
  readonly reason: string | null;
  readonly requestId: string;
  readonly number: string;
  readonly agency: string;
}

export interface LookPage {
  readonly lines: readonly LookLine[];
  readonly total: number;
  readonly pageSize: number;
  /** 可选的人员和机关. */
  readonly officers: readonly Term[];
  readonly agencies: readonly Term[];
}
