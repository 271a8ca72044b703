/** 待办, across rooms. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';

/** 待办: one thing that waits, the step it waits for and who stands behind it. */
export interface InboxRow {
  readonly key: string;
  readonly path: string;
  readonly what: string;
  readonly forWhom: string;
  readonly number: string;
  readonly light: Light;
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
  readonly state: string;
  readonly step: string;
  readonly behind: string;
  /** 代某某: the principal in whose name it waits for the reader; null where it is his own, or not his. */
  readonly actingFor: string | null;
}

export interface InboxView {
  readonly today: string;
  readonly mine: readonly InboxRow[];
  readonly others: readonly InboxRow[];
}
