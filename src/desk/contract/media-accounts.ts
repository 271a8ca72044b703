/** 媒体账号台账, as the console sees it. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { Term } from './words.ts';

/** Whether the officer may, or why not. */
export interface MayDo {
  readonly allowed: boolean;
  readonly why: string | null;
}

export interface MediaAccountLine {
  readonly id: string;
  readonly platform: string;
  readonly platformTerm: string;
  readonly name: string;
  readonly handle: string;
  readonly contact: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly state: string;
  readonly openedOn: string;
  readonly filedNumber: string | null;
  readonly filedOn: string | null;
  readonly closedOn: string | null;
  readonly closedWhy: string | null;
  /** Of the year that is shown. */
  readonly posts: number;
  readonly lastPost: string | null;
  /** Whether it is still heard of; null for one that is closed or does not live by posts. */
  readonly silence: { readonly light: Light; readonly dueOn: string; readonly says: string } | null;
}

export interface MediaAccountsPage {
  readonly year: number;
  readonly today: string;
  readonly lines: readonly MediaAccountLine[];
  /** All accounts the officer reads, whatever is chosen to be shown. */
  readonly figures: {
    readonly inUse: number;
    readonly unfiled: number;
    readonly silent: number;
    readonly posts: number;
  };
  readonly platforms: readonly Term[];
  /** Where the officer may open one; none where he only reads. */
  readonly agencies: readonly Term[];
}

export interface MediaAccountView {
  readonly line: MediaAccountLine;
  readonly year: number;
  readonly today: string;
  readonly platforms: readonly Term[];
  readonly agencies: readonly Term[];
  readonly events: readonly {
    readonly type: string;
    readonly on: string;
    readonly says: string;
    readonly by: string;
  }[];
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly postedOn: string;
    readonly url: string;
    readonly by: string;
    readonly withdrawn: { readonly on: string; readonly why: string } | null;
  }[];
  readonly total: number;
  readonly pageSize: number;
  readonly keeping: MayDo;
  readonly posting: MayDo;
}
