/** 期限计算的结果: due day, ladder and side clocks of one application. */
import type { CivilDate } from '../civil-date.ts';
import type { Issue } from '../issue.ts';

/** 依据: follows from the text; 推论: the text is silent and a default was taken; 待核: the original was not at hand. */
export type Certainty = '依据' | '推论' | '待核';

/** 阶梯的一级: one line of the visible arithmetic and its article. */
export interface Step {
  /** Of RULES.md. */
  readonly rule: string;
  readonly says: string;
  readonly basis: string;
  readonly certainty: Certainty;
}

/**
 * 旁边的期限. `conservative-*` lines are hints: the day that would be due on the stricter view, which never replaces `due`.
 */
export type SideClockName =
  | 'correction-notice'
  | 'correction-period'
  | 'third-party'
  | 'co-producer'
  | 'agency-reminder'
  | 'fee-payment'
  | 'conservative-arrival'
  | 'conservative-resume'
  | 'reconsideration'
  | 'litigation';

export interface SideClock {
  readonly clock: SideClockName;
  readonly term: string;
  /** Last day; null while the day it begins is not known. */
  readonly due: CivilDate | null;
  readonly provisional: boolean;
  /** True while something is still awaited or may still be done under it. */
  readonly open: boolean;
  readonly who?: string;
  /** First day on which 视为放弃申请 may be recorded, on the periods of correction and payment. */
  readonly abandonableFrom?: CivilDate;
  readonly says: string;
  readonly basis: string;
  readonly certainty: Certainty;
}

/**
 * 红黄灯, in workdays left up to and including the due day: `red` ≤ 2, `yellow` ≤ 5, `overdue` after
 * it. A provisional due day lights two workdays earlier. `paused`: there is no due day, because the application is not yet
 * received or the clock stands still. `done`: served, withdrawn or abandoned.
 */
export type Light = 'green' | 'yellow' | 'red' | 'overdue' | 'paused' | 'done';

export interface Reckoning {
  /** 收到申请之日; null while not received. */
  readonly received: CivilDate | null;
  /**
   * 应答复日. null while not received, while a correction or a delivered fee notice is awaited, and while an opinion is awaited
   * whose end nobody knows.
   */
  readonly due: CivilDate | null;
  /** 暂估: the due day lies in, or counts through, a year whose calendar is not published. */
  readonly provisional: boolean;
  readonly steps: readonly Step[];
  readonly sideClocks: readonly SideClock[];
  readonly light: Light;
  /**
   * 是否超期. True when the reply went out after the due day, or has not gone out and the day has passed. False otherwise, and
   * so also while there is no due day: a period that has not begun or stands still cannot have run out (CLK-4).
   */
  readonly late: boolean;
  readonly issues: readonly Issue[];
}
