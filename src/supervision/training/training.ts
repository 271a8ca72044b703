/** 培训 Training: planned for a day, held with those who came, and a quiz that everybody invited answers once. */
import type { AgencyId } from '../../people/agency.ts';
import type { Hand } from '../../people/hand.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Quiz } from './quiz.ts';

export const TRAINING_STANDINGS = {
  overdue: { term: '过了日期没有登记' },
  planned: { term: '已计划' },
  held: { term: '已举办' },
  cancelled: { term: '已取消' },
} as const;
export type TrainingStanding = keyof typeof TRAINING_STANDINGS;

/** 试卷 of one training, and until when it may be answered. */
export interface SetQuiz extends Quiz {
  readonly id: string;
  readonly dueOn: CivilDate;
  /** 合格分, as it was set when the paper was drawn. */
  readonly passScore: number;
}

export interface Training {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly content: string;
  readonly lecturer: string;
  readonly place: string;
  readonly plannedOn: CivilDate;
  /** Officers, by their ids. */
  readonly invited: readonly string[];
  readonly heldOn: CivilDate | null;
  readonly attended: readonly string[];
  readonly guests: number;
  readonly cancelledBecause: string | null;
  readonly quiz: SetQuiz | null;
  readonly plannedBy: Hand;
  readonly version: number;
}

export interface QuizResult {
  readonly trainingId: string;
  readonly officerId: string;
  /** By question, the positions that were chosen. */
  readonly choices: readonly (readonly number[])[];
  readonly score: number;
  readonly on: CivilDate;
}

export function standingOfTraining(
  { plannedOn, heldOn, cancelledBecause }: Pick<Training, 'plannedOn' | 'heldOn' | 'cancelledBecause'>,
  today: CivilDate,
): TrainingStanding {
  if (cancelledBecause !== null) return 'cancelled';
  if (heldOn !== null) return 'held';
  return today > plannedOn ? 'overdue' : 'planned';
}

/** 培训几期、多少人次: of those that were held. */
export function trainingFigures(trainings: readonly Training[]) {
  const held = trainings.filter(({ heldOn, cancelledBecause }) => heldOn !== null && cancelledBecause === null);
  return { held: held.length, persons: held.reduce((sum, { attended, guests }) => sum + attended.length + guests, 0) };
}

export const LONGEST_TRAINING = { title: 100, content: 1_000, lecturer: 100, place: 100, because: 500 } as const;
/** Of one training. */
export const MOST_PERSONS = 500;
