/**
 * 处理决定数量 DecisionCount: what one agency decided, or charged, in one month. A county that keeps its licences elsewhere
 * enters the counts by CSV; a month that is entered again replaces the earlier figure and leaves its trace.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import type { RegisterKindName } from './register-kinds.ts';

export interface DecisionCount {
  readonly kind: RegisterKindName;
  /** 收费项目 for fees, empty otherwise. */
  readonly charge: string;
  /** First day of the month. */
  readonly month: CivilDate;
  /** Number of decisions; for fees 分. */
  readonly amount: number;
}

export interface RecordCounts {
  readonly verb: 'recordCounts';
  readonly agencyId: AgencyId;
  readonly counts: readonly DecisionCount[];
}

/** Sums of a year: decisions in 件, fees in 分. */
export type YearTotals = Readonly<Record<RegisterKindName, number>>;

/** 万元 of an amount in 分, with every digit (《年度报告格式》: decimals are kept). */
export function wanYuan(fen: number): number {
  return fen / 1_000_000;
}
