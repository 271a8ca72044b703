/** 找错留言, as the console sees them. Who reported is not here; his contact is opened on purpose. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term } from './words.ts';

export interface MistakeLine {
  readonly id: string;
  readonly number: string;
  readonly says: string;
  readonly page: string;
  readonly agency: string;
  readonly state: string;
  readonly light: Light;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly workdaysLeft: number;
}

export interface MistakePage {
  readonly lines: readonly MistakeLine[];
  readonly total: number;
  readonly pageSize: number;
  /** Of this year. */
  readonly figures: {
    readonly received: number;
    readonly answered: number;
    readonly open: number;
    readonly late: number;
  };
}

export interface MistakeView {
  readonly line: MistakeLine;
  readonly state: 'received' | 'inHand' | 'answered';
  /** Sent back with every act. */
  readonly seen: string;
  readonly wrong: string;
  readonly ticket: {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly open: boolean;
  } | null;
  /** The watched site the page belongs to; null where it belongs to none. */
  readonly site: string | null;
  readonly verdict: string | null;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly acting: { readonly allowed: boolean; readonly why: string | null };
  readonly verdicts: readonly Term[];
  readonly hasContact: boolean;
  readonly reasons: readonly Term[];
}
