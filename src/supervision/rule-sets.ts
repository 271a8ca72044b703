/**
 * 检查口径 RuleSet: the limits of the inspection and where our own warnings stand before them, each set with the notice it comes from and the day it holds from. A
 * reworded notice is a further set; a quarter is judged by the set of its days.
 */
import type { CivilDate } from '../statute/civil-date.ts';

export interface RuleSet {
  readonly notice: string;
  readonly certainty: '依据' | '推论' | '待核';
  readonly since: string;
  readonly until?: string;
  /** 站点无法访问: looks a day, days of a window, what counts as not opened, and the share of it. */
  readonly availability: {
    readonly looksPerDay: number;
    readonly days: number;
    readonly openMs: number;
    readonly failShare: number;
    readonly warnShare: number;
  };
  /**
   * 栏目不更新. The notice counts five first-level columns or ten of any level; whether a column is of the first level cannot be read from a page, so every
   * one that a period binds is counted as if it were, and the ten are never reached before the five.
   */
  readonly columns: { readonly stale: number; readonly blank: number };
  /** 未回应的有效留言: days of warnings, months of the limit. */
  readonly letters: { readonly warnDays: number; readonly urgentDays: number; readonly months: number };
  /** 安全证书: our own, no notice asks for it. */
  readonly certificate: { readonly warnDays: number; readonly urgentDays: number };
}

export const RULE_SETS: readonly RuleSet[] = [
  {
    notice: '国办秘函〔2019〕19号',
    certainty: '依据',
    since: '2019-04-01',
    availability: { looksPerDay: 20, days: 7, openMs: 15_000, failShare: 0.05, warnShare: 0.03 },
    columns: { stale: 5, blank: 5 },
    letters: { warnDays: 60, urgentDays: 80, months: 3 },
    certificate: { warnDays: 30, urgentDays: 7 },
  },
];

/** @throws RangeError for a day before the first notice */
export function rulesOn(day: CivilDate): RuleSet {
  const rules = RULE_SETS.find(({ since, until }) => since <= day && (until === undefined || day < until));
  if (!rules) throw new RangeError(`no rules of the inspection on ${day}`);
  return rules;
}
