/** 文书设置, as the console sees it. Every change answers the view anew. */
import type { Term, VerbView } from './words.ts';

export interface LetterSettingsView {
  readonly agencyId: string;
  /** Agencies whose settings the officer may read. */
  readonly agencies: readonly Term[];
  readonly mark: string;
  readonly reviewBody: string;
  readonly court: string;
  readonly onlineReview: string;
  readonly payment: string;
  /** What letters say while the fields are empty. */
  readonly inGeneral: { readonly reviewBody: string; readonly court: string };
  readonly kinds: readonly {
    readonly kind: string;
    readonly term: string;
    readonly basis: string;
    readonly wording: string;
    readonly adopted: boolean;
    /** Fields without which it is not adopted. */
    readonly must: readonly string[];
    /** Fields it may name. */
    readonly fields: readonly string[];
  }[];
  readonly change: VerbView;
}
