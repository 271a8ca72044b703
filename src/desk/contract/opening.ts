/**
 * 期初登记和人工数, as the console sees them: what was there before the product, and what is counted elsewhere. A sheet is a multipart
 * upload of one file named `file`; with one faulty line it is refused whole, each fault named by row and column.
 */
import type { Term } from './words.ts';

/** Sent as multipart/form-data, `agencyId` before `file`. */
export interface SheetUpload {
  readonly agencyId: string;
  readonly file: Blob;
}

export interface EnteredView {
  /** How many were entered. */
  readonly entered: number;
  readonly says: string;
}

/** What the forms of this screen offer, and for which agencies the officer may enter what: `GET /api/opening`. */
export interface OpeningView {
  readonly documentKinds: readonly Term[];
  readonly columns: readonly Term[];
  readonly channels: readonly Term[];
  readonly applicantKinds: readonly Term[];
  readonly formsWanted: readonly Term[];
  readonly interactionKinds: readonly (Term & { readonly measure: string })[];
  readonly documentsFor: readonly Term[];
  readonly applicationsFor: readonly Term[];
  readonly countsFor: readonly Term[];
  readonly interactionsFor: readonly Term[];
}

export interface DecisionCountsView {
  readonly year: number;
  readonly lines: readonly {
    readonly agency: string;
    readonly kind: string;
    readonly charge: string;
    readonly month: string;
    /** With its unit: `12 件`, `340.50 元`. */
    readonly amount: string;
    /** What the register tells of a month that was counted by hand, where it is another figure; null otherwise. */
    readonly registered: string | null;
  }[];
}

export interface InteractionsView {
  readonly year: number;
  readonly counts: readonly (Term & { readonly count: number; readonly measure: string })[];
  readonly lines: readonly {
    readonly id: string;
    readonly agency: string;
    readonly kind: string;
    readonly title: string;
    readonly heldOn: string;
  }[];
  readonly total: number;
  readonly pageSize: number;
}
