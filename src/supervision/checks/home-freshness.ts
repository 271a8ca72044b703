/**
 * 首页更新 [SUP-32] (国办秘函〔2019〕19号, 单项否决“首页不更新”): the home page counts as updated on the first day something stands on it that stood there on no
 * day before; dates, weather and pictures in another order are nothing new.
 */
import { type CivilDate, daysBetween } from '../../statute/civil-date.ts';
import type { Verdict } from '../verdict.ts';
import { freshness } from './column-freshness.ts';

/** 某日首页: what it linked to, by address and words. */
export interface HomeSeen {
  readonly day: CivilDate;
  readonly entries: readonly string[];
}

/** @param seen in order of their days */
export function homeFreshness(
  seen: readonly HomeSeen[],
  today: CivilDate,
): Verdict & { readonly updatedOn?: CivilDate } {
  const newest = seen.at(-1);
  if (!newest) return { state: 'notLooked', says: '还没有看过首页。' };
  const updatedOn = updatedDay(seen);
  const fresh = freshness('news', updatedOn, today)!;
  const said = `首页最近一次更新是 ${updatedOn}，${fresh.due} 期满`;
  if (daysBetween(newest.day, today) > 1)
    return { state: 'notLooked', says: `${newest.day} 以后没有看到首页。${said}。`, updatedOn };
  const { daysLeft } = fresh;
  if (fresh.state === 'stale') return { state: 'failed', says: `${said}，属于单项否决。`, daysLeft, updatedOn };
  if (fresh.state === 'due') return { state: 'urgent', says: `${said}，就是今天。`, daysLeft, updatedOn };
  if (fresh.state === 'warning')
    return { state: 'warning', says: `${said}，还有 ${daysLeft} 天。`, daysLeft, updatedOn };
  return { state: 'fine', says: `${said}。`, daysLeft, updatedOn };
}

/** The first day counts: what was there before nobody knows, and the period is counted from when it was first seen. */
function updatedDay(seen: readonly HomeSeen[]): CivilDate {
  const known = new Set<string>();
  let updated = seen[0]!.day;
  for (const { day, entries } of seen) {
    const fresh = entries.filter((entry) => !known.has(entry));
    if (fresh.length > 0) updated = day;
    for (const entry of fresh) known.add(entry);
  }
  return updated;
}
