/**
 * 报送 HandUp (《条例》第四十九条、第五十条): the figures an agency hands to the government above it, a version each time. They come from its own frozen
 * report, or are entered by hand where the agency keeps no records here, with the reason. What was accepted is never changed: a later
 * correction is a new version, and until it is accepted the earlier one counts.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { ReportFigures } from '../report.ts';
import type { Difference } from './differences.ts';
import type { FigureCells } from './figure-cells.ts';

export const HAND_UP_STATES = {
  waiting: { term: '待接收' },
  returned: { term: '已退回' },
  accepted: { term: '已接收' },
  /** Entered figures that no longer count, since records came [ANR-53]. */
  replaced: { term: '已改按记录计入' },
} as const;

export type HandUpState = keyof typeof HAND_UP_STATES;

/** 数从哪里来. `report`: the agency's own, compiled from its records; `entered`: by hand, which counts in place of records. */
export const HAND_UP_SOURCES = {
  report: { term: '本单位定稿的年报' },
  entered: { term: '人工录入' },
} as const;

export type HandUpSource = keyof typeof HAND_UP_SOURCES;

export interface HandUp {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly toAgencyId: AgencyId;
  readonly year: number;
  readonly version: number;
  readonly source: HandUpSource;
  readonly figures: ReportFigures;
  /** Why the figures are entered by hand, or what a later version corrects; may be empty in the first of an own report. */
  readonly why: string;
  readonly state: HandUpState;
  readonly handedBy: string;
  readonly handedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly returnedWhy: string | null;
  /** Why entered figures count in spite of the records, or no longer count. */
  readonly settledWhy: string | null;
  /** What differed from the records when that was said. */
  readonly differed: readonly Difference[];
}

export type HandUpCommand =
  | { readonly verb: 'handUp'; readonly agencyId: AgencyId; readonly year: number; readonly why: string }
  | {
      readonly verb: 'enterFigures';
      readonly agencyId: AgencyId;
      readonly year: number;
      readonly cells: FigureCells;
      readonly why: string;
    }
  /** `why`: asked where entered figures differ from the records. */
  | { readonly verb: 'accept'; readonly handUpId: string; readonly why?: string }
  | { readonly verb: 'keepEntered'; readonly handUpId: string; readonly why: string }
  | { readonly verb: 'countRecords'; readonly handUpId: string; readonly why: string }
  | { readonly verb: 'return'; readonly handUpId: string; readonly why: string };
