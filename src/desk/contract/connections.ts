/** 平台接口, as the console sees it: the names of secrets, never a secret. */
import type { ConnectionSent, SourceSent } from '../exchange/connection-schemas.ts';
import type { Term } from './words.ts';

export interface ConnectionLine extends ConnectionSent {
  readonly id: string;
  /** 推送方式. */
  readonly wayTerm: string;
  readonly carries: 'documents' | 'decisions';
  readonly open: boolean;
  /** Whose publications go there. */
  readonly agency: string;
  /** Confirmed by the other side, under way, and not taken. */
  readonly confirmed: number;
  readonly waiting: number;
  readonly dead: number;
  /** ISO time of the last receipt. */
  readonly confirmedAt: string | null;
  /** 最近一次对账; null before the first. */
  readonly compared: {
    readonly at: string;
    /** Whether the other side said what it holds; otherwise its receipts count. */
    readonly told: boolean;
    readonly ours: number;
    readonly theirs: number;
    readonly underWay: number;
    readonly differences: number;
  } | null;
}

export interface SourceLine extends SourceSent {
  readonly id: string;
  readonly open: boolean;
  /** How many of its documents are shown here. */
  readonly shown: number;
  readonly lastAt: string | null;
  /** 去取的状况; null where it only delivers, or was not asked yet. */
  readonly taking: TakingLine | null;
}

export interface TakingLine {
  /** Somebody is at it. */
  readonly isRunning: boolean;
  /** ISO times: of the last try, of the last time all that is offered was here, since when every try failed. */
  readonly triedAt: string;
  readonly completeAt: string | null;
  readonly failingSince: string | null;
  /** How the last try ended. */
  readonly said: string;
  readonly theirs: number;
  readonly leftOver: number;
  /** What is offered and not accepted, with the reason; at most 50. */
  readonly refused: readonly { readonly id: string; readonly title: string; readonly says: string }[];
}

export interface ConnectionsView {
  /** What the operator has set up: without the first nothing is signed, without the second no files are exchanged. */
  readonly secrets: boolean;
  readonly folder: boolean;
  /** Where others deliver to us. */
  readonly address: string;
  readonly ways: readonly (Term & {
    readonly address: 'url' | 'folder' | 'none';
    readonly carries: 'documents' | 'decisions';
    /** What a mapping can name. */
    readonly fields: readonly Term[];
  })[];
  readonly connections: readonly ConnectionLine[];
  readonly sources: readonly SourceLine[];
}

interface PieceLine {
  readonly id: string;
  readonly title: string;
  readonly attempts: number;
  /** ISO time: when it is tried next, or when it was given up. */
  readonly at: string;
  readonly said: string;
}

export interface ConnectionView {
  readonly line: ConnectionLine;
  readonly ways: ConnectionsView['ways'];
  /** At most 200 of each. */
  readonly dead: readonly PieceLine[];
  readonly waiting: readonly PieceLine[];
  readonly differences: readonly { readonly kind: string; readonly id: string; readonly title: string }[];
}
