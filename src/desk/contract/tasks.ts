/** 协办: what the asked agency sees of its own task, and what is late across departments. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { AttachmentView } from './requests.ts';

export interface TaskStepView {
  readonly on: string;
  readonly what: string;
  readonly particulars: readonly { readonly term: string; readonly text: string }[];
}

/** 一项协办 as a line of a list. */
export interface TaskLine {
  /** Application and number of the task: together its address. */
  readonly requestId: string;
  readonly n: number;
  /** 登记号 of the application. */
  readonly number: string;
  /** 承办机关, and the one that was asked. */
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly state: string;
  readonly dueOn: string;
  readonly workdaysLeft: number;
  readonly light: Light;
  readonly reminders: number;
}

export interface TaskView extends TaskLine {
  /** Number of its last step: every act sends it back. */
  readonly seen: number;
  readonly returnedWhy: string;
  readonly steps: readonly TaskStepView[];
  readonly files: readonly AttachmentView[];
  readonly mayReceive: boolean;
  readonly mayAnswer: boolean;
}

export interface TasksView {
  readonly today: string;
  readonly lines: readonly TaskLine[];
}

/** 督办: one thing that somebody else owes, an answer to a task or an opinion. */
export interface OwedLine {
  readonly requestId: string;
  readonly number: string;
  readonly kind: string;
  readonly what: string;
  readonly sentOn: string;
  /** Null: no period runs, because the receipt is not known or the law sets none. */
  readonly dueOn: string | null;
  readonly workdaysLeft: number | null;
  readonly light: Light;
  readonly state: string;
  /** 沉默的后果, and from which day it takes effect; of a task that its day comes after that of the reply. Empty where nothing is to be told. */
  readonly then: string;
}

export interface OwedView {
  readonly today: string;
  /** By who owes it, whoever is latest first. */
  readonly groups: readonly { readonly name: string; readonly late: number; readonly lines: readonly OwedLine[] }[];
}
