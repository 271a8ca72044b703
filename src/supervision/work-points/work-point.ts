/**
 * 工作要点 WorkPoint: one thing of the year's list, with its basis, the agency that owns it, its day, and what proves that it was done. How it stands is told
 * from what was written down; nobody sets it.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import { type CivilDate, daysBetween } from '../../statute/civil-date.ts';

export const WORK_POINT_STANDINGS = {
  overdue: { term: '逾期' },
  underWay: { term: '推进中' },
  notBegun: { term: '未开始' },
  done: { term: '完成' },
} as const;
export type WorkPointStanding = keyof typeof WORK_POINT_STANDINGS;

/** 办理经过. */
export const WORK_POINT_NOTES = {
  progress: { term: '写了进展' },
  done: { term: '报告完成' },
  returned: { term: '退回' },
  revised: { term: '调整' },
  withdrawn: { term: '撤销' },
} as const;

export interface WorkPointNote {
  readonly kind: keyof typeof WORK_POINT_NOTES;
  readonly on: CivilDate;
  readonly by: Hand;
  readonly says: string;
}

/** 佐证: a kept file, or the address of a page or of a record. */
export type WorkPointProof =
  | {
      readonly type: 'file';
      readonly id: string;
      readonly name: string;
      readonly kind: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly by: Hand;
    }
  | { readonly type: 'link'; readonly id: string; readonly title: string; readonly address: string; readonly by: Hand };

export interface WorkPoint {
  readonly id: string;
  /** Whose list it stands in. */
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly number: number;
  /** 板块; may be empty. */
  readonly heading: string;
  readonly title: string;
  readonly basis: string;
  /** 责任单位. */
  readonly ownerId: AgencyId;
  readonly dueOn: CivilDate;
  readonly begunOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly withdrawnBecause: string | null;
  readonly notes: readonly WorkPointNote[];
  readonly proofs: readonly WorkPointProof[];
  readonly toldSoonOn: CivilDate | null;
  readonly toldLateOn: CivilDate | null;
  readonly version: number;
}

/** [SUP-75] 未开始、推进中、完成、逾期. */
export function standingOfPoint(
  { begunOn, doneOn, dueOn }: Pick<WorkPoint, 'begunOn' | 'doneOn' | 'dueOn'>,
  today: CivilDate,
): WorkPointStanding {
  if (doneOn !== null) return 'done';
  if (today > dueOn) return 'overdue';
  return begunOn === null ? 'notBegun' : 'underWay';
}

/** Days by which it was or is late; 0 in time. */
export function daysLate({ doneOn, dueOn }: Pick<WorkPoint, 'doneOn' | 'dueOn'>, today: CivilDate): number {
  return Math.max(0, daysBetween(dueOn, doneOn ?? today));
}

export function countPoints(
  points: readonly WorkPoint[],
  today: CivilDate,
): Readonly<Record<WorkPointStanding, number>> {
  const counts = { overdue: 0, underWay: 0, notBegun: 0, done: 0 };
  for (const point of points) if (point.withdrawnBecause === null) counts[standingOfPoint(point, today)] += 1;
  return counts;
}

export const LONGEST_POINT = {
  heading: 50,
  title: 300,
  basis: 200,
  says: 1_000,
  because: 500,
  linkTitle: 100,
  address: 500,
} as const;
/** Of one point. */
export const MOST_PROOFS = 20;
