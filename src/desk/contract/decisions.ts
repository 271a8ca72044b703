/** 双公示, as the console sees it. */
import type { Term } from './words.ts';

export interface DecisionLine {
  readonly id: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly number: string;
  readonly subject: string;
  readonly decidedOn: string;
  readonly state: 'registered' | 'published' | 'withdrawn';
  readonly stateTerm: string;
  /** 自作出之日起第七个工作日. */
  readonly publishBy: string;
  /** Not shown yet, and the day has passed. */
  readonly late: boolean;
  /** 公示至; null where it stays. */
  readonly shownUntil: string | null;
  readonly withdrawnWhy: string | null;
}

export interface DecisionPage {
  readonly lines: readonly DecisionLine[];
  readonly total: number;
  readonly pageSize: number;
  /** Waiting to be shown, of this kind, in all. */
  readonly waiting: number;
  readonly late: number;
  /** Agencies for which the officer may register, and may show. */
  readonly registers: readonly Term[];
  readonly shows: readonly Term[];
}

export interface DecisionsChecked {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly says: string;
}
