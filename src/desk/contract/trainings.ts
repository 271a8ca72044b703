/** 培训和答题, as the console sees them. */
import type { Term } from './words.ts';

type Standing = 'overdue' | 'planned' | 'held' | 'cancelled';

export interface TrainingLine {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly standing: Standing;
  readonly term: string;
  readonly plannedOn: string;
  readonly heldOn: string | null;
  readonly invited: number;
  /** 到场, those without an account among them. */
  readonly attended: number;
  /** Null where there is no quiz. */
  readonly quiz: { readonly dueOn: string; readonly answered: number; readonly passed: number } | null;
  readonly cancelledBecause: string | null;
}

export interface TrainingPage {
  readonly year: number;
  readonly today: string;
  readonly lines: readonly TrainingLine[];
  readonly held: number;
  readonly persons: number;
  /** Where the officer may plan; none where he only reads. */
  readonly agencies: readonly Term[];
  /** Who may be invited, by agency. */
  readonly trainees: readonly (Term & { readonly agency: string })[];
}

export interface QuizQuestionView {
  readonly says: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  /** Told once the officer has answered, or where he is not asked. */
  readonly solved: { readonly right: readonly number[]; readonly basis: string; readonly from: string } | null;
}

export interface TrainingView {
  readonly line: TrainingLine;
  readonly content: string;
  readonly lecturer: string;
  readonly place: string;
  readonly seen: number;
  readonly today: string;
  readonly may: { readonly allowed: boolean; readonly why: string | null };
  readonly persons: readonly {
    readonly id: string;
    readonly name: string;
    readonly agency: string;
    /** Null while it is not held. */
    readonly came: boolean | null;
    readonly score: number | null;
    readonly passed: boolean;
    readonly answeredOn: string | null;
  }[];
  readonly guests: number;
  readonly questions: readonly QuizQuestionView[];
  readonly passScore: number;
  readonly sizes: { readonly least: number; readonly most: number };
  /** Whether the officer himself has the quiz to answer. */
  readonly isAsked: boolean;
  readonly trainees: readonly (Term & { readonly agency: string })[];
}

export interface QuizView {
  readonly trainingId: string;
  readonly quizId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly isClosed: boolean;
  readonly passScore: number;
  readonly questions: readonly QuizQuestionView[];
  /** Null while it is not answered. */
  readonly result: {
    readonly score: number;
    readonly passed: boolean;
    readonly on: string;
    readonly choices: readonly (readonly number[])[];
  } | null;
}
