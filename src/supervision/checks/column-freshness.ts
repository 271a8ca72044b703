/**
 * 栏目更新 [SUP-16, SUP-17] (国办秘函〔2019〕19号, 单项否决“栏目不更新”): 动态、要闻类 within 2 weeks, 通知公告、政策文件类 within 6 months, both calendar periods.
 * The period is over on its last day; it counts as broken from the day after.
 */
import { addDays, addMonths, type CivilDate, daysBetween } from '../../statute/civil-date.ts';
import { COLUMN_KINDS, type ColumnKindName } from '../seen-page.ts';

export interface Freshness {
  readonly state: 'fresh' | 'warning' | 'due' | 'stale';
  /** 期满之日. */
  readonly due: CivilDate;
  /** 还有几天; negative when over. */
  readonly daysLeft: number;
}

/** @returns undefined for a column that no period binds */
export function freshness(kind: ColumnKindName, latest: CivilDate, today: CivilDate): Freshness | undefined {
  const rule = COLUMN_KINDS[kind];
  if (!('warnDays' in rule)) return undefined;
  const due = 'days' in rule ? addDays(latest, rule.days) : addMonths(latest, rule.months);
  const daysLeft = daysBetween(today, due);
  const age = daysBetween(latest, today);
  const state = daysLeft < 0 ? 'stale' : daysLeft === 0 ? 'due' : age >= rule.warnDays ? 'warning' : 'fresh';
  return { state, due, daysLeft };
}
