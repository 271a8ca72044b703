/** 报送, as the console sees it. */
import type { PaperTable } from '../../statute/paper.ts';
import type { VerbView } from './words.ts';

/** One time an agency handed up. */
export interface HandUpVersion {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly state: 'waiting' | 'returned' | 'accepted' | 'replaced';
  readonly stateTerm: string;
  readonly why: string;
  readonly handed: { readonly by: string; readonly at: string };
  readonly settled: { readonly by: string; readonly at: string } | null;
  readonly returnedWhy: string | null;
  /** Why entered figures count in spite of the records, or no longer count. */
  readonly settledWhy: string | null;
  /** What differed from the records when that was said. */
  readonly differed: readonly string[];
}

export interface HandUpView {
  readonly agencyId: string;
  readonly agency: string;
  readonly year: number;
  /** Who receives it; null where nobody stands above. */
  readonly to: string | null;
  readonly dueOn: string;
  readonly late: boolean;
  /** The newest first. */
  readonly versions: readonly HandUpVersion[];
  /** Of the newest version; zeros where there is none. */
  readonly tables: readonly PaperTable[];
  /** The cells that are entered, each as a clerk would call it; the others are sums. */
  readonly entered: readonly { readonly pointer: string; readonly name: string }[];
  /** 与本系统现在的记录不同的格: of the newest version, and of entered figures that count. */
  readonly differing: readonly DifferingVersion[];
  readonly verbs: readonly VerbView[];
}

/** A version whose figures the records tell otherwise now. */
export interface DifferingVersion {
  readonly handUpId: string;
  readonly version: number;
  readonly source: 'report' | 'entered';
  readonly state: HandUpVersion['state'];
  readonly cells: readonly string[];
  /** Cells of these that nobody has given a reason for yet. */
  readonly unanswered: number;
}

/** What a sheet that was handed in says: shown for a person to look through before he hands it up. */
export interface SheetCells {
  readonly cells: Readonly<Record<string, number>>;
  readonly unit: string | null;
}

/** Where the hand-up of an agency stands, in the list of reports. */
export interface HandUpLine {
  readonly state: 'waiting' | 'returned' | 'accepted' | 'replaced' | null;
  readonly stateTerm: string;
  readonly version: number;
  /** Neither waiting nor accepted, and the day has passed. */
  readonly late: boolean;
  /** 录入的数里与记录不同的格 of the entered figures that count. */
  readonly differing: number;
}
