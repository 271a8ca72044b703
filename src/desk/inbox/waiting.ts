/** 一件待办, and whether it is this officer's to do. */
import type { InboxRow } from '../contract.ts';

export interface Waiting {
  readonly mine: boolean;
  readonly row: InboxRow;
}
