/** 监督保障: watched sites and tickets, as the console sees them. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term } from './words.ts';

export interface TicketLineView {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly site: string;
  readonly agency: string;
  readonly state: string;
  readonly light: Light;
  readonly dueOn: string;
  readonly workdaysLeft: number;
  readonly open: number;
  readonly all: number;
  /** 屡查屡犯. */
  readonly repeated: number;
}

export interface FindingsPage {
  readonly today: string;
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly agency: string;
    /** 最近一轮; null before the first one ended. */
    readonly lookedOn: string | null;
    readonly underWay: boolean;
    /** 指标的结论; none before the first look. */
    readonly verdicts: readonly { readonly term: string; readonly state: string; readonly says: string }[];
    readonly grades: readonly { readonly term: string; readonly count: number }[];
  }[];
  readonly lines: readonly TicketLineView[];
  readonly total: number;
  readonly pageSize: number;
  /** Where the officer may list sites. */
  readonly agencies: readonly Term[];
}

export interface TicketView {
  readonly line: TicketLineView;
  readonly state: 'open' | 'fixed' | 'closed';
  /** Sent back with every act. */
  readonly seen: string;
  readonly today: string;
  readonly advice: string;
  readonly basis: string;
  readonly certainty: string;
  readonly openedOn: string;
  readonly assignee: string | null;
  readonly fixedSays: string;
  readonly closedOn: string | null;
  readonly lookBackOn: string | null;
  readonly lookedBack: 'passed' | 'failed' | null;
  readonly reopened: number;
  readonly findings: readonly {
    readonly id: string;
    readonly url: string;
    readonly detail: string;
    readonly says: string;
    readonly sources: readonly string[];
    readonly state: string;
    readonly isOpen: boolean;
    readonly firstSeen: string;
    readonly lastSeen: string;
    readonly times: number;
    readonly acceptedBecause: string;
  }[];
  /** Beyond so many only their number is told. */
  readonly notShown: number;
  readonly verbs: readonly {
    readonly verb: 'assign' | 'reportFixed' | 'acceptFinding';
    readonly term: string;
    readonly allowed: boolean;
    readonly why: string | null;
  }[];
  readonly assignees: readonly Term[];
}
