/** 每日巡查, as the console sees it. */
import type { Term } from './words.ts';

type Standing = 'signed' | 'late' | 'missed' | 'today' | 'ahead';

/** 能不能办, with the reason. */
interface May {
  readonly allowed: boolean;
  readonly why: string | null;
}

export interface PatrolDayView {
  readonly day: string;
  readonly standing: Standing;
  readonly term: string;
  readonly officer: string;
  /** Null while no sheet is made. */
  readonly sheetId: string | null;
  /** Points with something wrong; null while nobody signed. */
  readonly problems: number | null;
}

export interface PatrolMonthView {
  readonly today: string;
  readonly month: string;
  readonly agency: Term;
  readonly agencies: readonly Term[];
  readonly days: readonly PatrolDayView[];
  /** Names of days off within the month. */
  readonly daysOff: readonly { readonly on: string; readonly name: string }[];
  readonly counts: readonly { readonly standing: Standing; readonly term: string; readonly count: number }[];
  /** The one that holds today, or the first to come. */
  readonly roster: {
    readonly from: string;
    readonly turn: string;
    readonly days: string;
    readonly officers: readonly string[];
  } | null;
  readonly setting: May;
  /** Who may be on duty. */
  readonly officers: readonly Term[];
  readonly turns: readonly Term[];
  readonly dayChoices: readonly Term[];
}

export interface PatrolSheetView {
  readonly id: string;
  /** Sent back with every act. */
  readonly seen: number;
  readonly today: string;
  readonly day: string;
  readonly coversFrom: string;
  readonly standing: Standing;
  readonly term: string;
  readonly agency: string;
  readonly officer: string;
  readonly officerId: string;
  readonly handOvers: readonly {
    readonly from: string;
    readonly to: string;
    readonly because: string;
    readonly on: string;
  }[];
  readonly signed: { readonly by: string; readonly on: string; readonly lateBecause: string } | null;
  readonly points: readonly {
    readonly name: string;
    readonly term: string;
    readonly look: string;
    readonly basis: string;
    readonly certainty: string;
    readonly machine: { readonly state: string; readonly term: string; readonly says: string };
    /** Null while nobody signed. */
    readonly answer: { readonly sight: string; readonly term: string; readonly says: string } | null;
  }[];
  readonly sights: readonly Term[];
  readonly signing: May;
  readonly handingOver: May;
  readonly officers: readonly Term[];
}
