/** 机构改革: what was ordered, and what would go over before it is. Matters show number and day, never what they are about. */
import type { Term, VerbView } from './words.ts';

export interface ReorganisationLine {
  readonly id: string;
  readonly kind: string;
  readonly kindTerm: string;
  readonly on: string;
  readonly about: readonly string[];
  readonly successors: readonly string[];
  readonly newName: string;
  readonly basis: string;
  readonly reason: string;
  readonly state: string;
  readonly stateTerm: string;
  readonly by: string;
  readonly at: string;
  readonly doneAt: string | null;
  /** What went over, by kind. */
  readonly handedOver: readonly HandedCount[];
  readonly mayCancel: boolean;
  /** Why it cannot be carried out although its day has come; null where nothing stands in the way. */
  readonly held: string | null;
}

export interface HandedCount {
  readonly term: string;
  readonly measure: string;
  readonly count: number;
}

export interface ReorganisationsView {
  readonly today: string;
  readonly kinds: readonly (Term & { readonly says: string })[];
  /** Agencies that are there, which the reader may reorganise. */
  readonly agencies: readonly (Term & { readonly parent: string | null })[];
  readonly lines: readonly ReorganisationLine[];
  readonly order: VerbView;
}

export interface MatterLine {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly dueOn: string | null;
  /** Who would get it. */
  readonly to: string;
}

export interface MatterGroup {
  readonly kind: string;
  readonly term: string;
  readonly measure: string;
  readonly matters: readonly MatterLine[];
}

export interface ReorganisationPreview {
  /** Of the list, sent back with the order. */
  readonly mark: string;
  readonly groups: readonly MatterGroup[];
  readonly total: number;
  /** Carried out as soon as it is ordered, or on its day. */
  readonly now: boolean;
  /** What else to know or to do before. */
  readonly hints: readonly string[];
  /** What stays where it is, and why. */
  readonly stays: readonly string[];
}
