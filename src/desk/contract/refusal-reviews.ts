import type { Light } from '../../statute/reply-clock/reckoning.ts';

/** 评估审查 list: refusals with a day on which they are looked at again, the nearest first. */
export interface RefusalReviewPage {
  readonly today: string;
  readonly lines: readonly {
    readonly id: string;
    readonly number: string;
    readonly agency: string;
    readonly wanted: string;
    readonly outcome: string;
    readonly repliedOn: string;
    readonly dueOn: string;
    readonly light: Light;
    readonly workdaysLeft: number;
  }[];
  readonly total: number;
  readonly overdue: number;
  readonly pageSize: number;
}
