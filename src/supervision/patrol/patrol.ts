/**
 * 每日巡查 Patrol: each day of the roster has a sheet, made by the machine, looked through and signed by the one on duty. A day nobody signed stays visible as
 * missed; signed afterwards it says so for good.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { PatrolPointName } from './points.ts';
import type { MachineWord } from './watch-facts.ts';

/** 看到的. */
export const PATROL_SIGHTS = {
  fine: { term: '正常' },
  problem: { term: '有问题' },
  notLooked: { term: '没有看' },
} as const;
export type PatrolSight = keyof typeof PATROL_SIGHTS;

export interface PatrolAnswer {
  readonly point: PatrolPointName;
  readonly sight: PatrolSight;
  readonly says: string;
}

/** 换班: who took it over from whom, and why. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly because: string;
  readonly on: CivilDate;
}

export interface SignedPatrol {
  readonly by: Hand;
  readonly on: CivilDate;
  readonly answers: readonly PatrolAnswer[];
  /** What the watch said at the moment of signing, by point. */
  readonly machine: Readonly<Record<PatrolPointName, MachineWord>>;
  /** Why it was signed after its day; empty on time. */
  readonly lateBecause: string;
}

export interface PatrolSheet {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly day: CivilDate;
  /** The first day it looks back upon: the day after the sheet before it. */
  readonly coversFrom: CivilDate;
  /** On duty now, after any handing over. */
  readonly officerId: string;
  readonly handOvers: readonly HandOver[];
  readonly signed: SignedPatrol | null;
  /** The day on which the head was told that it is missing. */
  readonly missedToldOn: CivilDate | null;
}

export const PATROL_STANDINGS = {
  signed: { term: '已签' },
  late: { term: '补签' },
  missed: { term: '缺巡' },
  today: { term: '今天' },
  ahead: { term: '未到' },
} as const;
export type PatrolStanding = keyof typeof PATROL_STANDINGS;

/** [SUP-58] Signed on its day, afterwards, or not at all. */
export function standingOf({ day, signed }: Pick<PatrolSheet, 'day' | 'signed'>, today: CivilDate): PatrolStanding {
  if (signed) return signed.on > day ? 'late' : 'signed';
  if (day > today) return 'ahead';
  return day === today ? 'today' : 'missed';
}
