/** 审校记录 Mark: what was done with one edition on its way out. Marks are only ever added; each stands on the hash of what was looked at. */
import type { StepName } from './steps.ts';

/** 退回 to the author, or to a step taken before. */
export type ReturnTo = StepName | 'author';

export type NewMark = {
  /** SM3 of the edition. */
  readonly edition: string;
  /** 意见、理由. */
  readonly said: string;
} & (
  | { readonly type: 'submitted' }
  | { readonly type: 'passed'; readonly step: StepName }
  | { readonly type: 'returned'; readonly step: StepName; readonly to: ReturnTo }
  /** The author answers what was returned to him without changing the text. */
  | { readonly type: 'answered' }
  | { readonly type: 'releasedUrgently' }
  /** 定时发布 from a moment on, ISO 8601; and taken back. */
  | { readonly type: 'scheduled'; readonly from: string }
  | { readonly type: 'unscheduled' }
  /** The moment has come, and it did not go out; `said` is why. */
  | { readonly type: 'missed' }
  /** 判定: a finding is let stand; `finding` is its key. */
  | { readonly type: 'cleared'; readonly finding: string }
);

export type EditionMark = NewMark & {
  /** Numbered without a gap within the document, from 1. */
  readonly n: number;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
};

/** What is no look at the text by a reviewer or its author. */
const NO_LOOK: readonly EditionMark['type'][] = ['cleared', 'scheduled', 'unscheduled', 'missed'];

export function isReview({ type }: EditionMark): boolean {
  return !NO_LOOK.includes(type);
}

export const MARK_TERMS: Readonly<Record<EditionMark['type'], string>> = {
  submitted: '送审',
  passed: '通过',
  returned: '退回',
  answered: '说明',
  releasedUrgently: '紧急发布',
  scheduled: '定时发布',
  unscheduled: '取消定时',
  missed: '到时没有发布',
  cleared: '判定保留',
};
