/**
 * 栏目不更新的总数 [SUP-33] (国办秘函〔2019〕19号): five columns that are not fed, or five blank ones. A column that is blank counts as blank only;
 * one whose list could not be read counts as neither and is told. Between two rounds nobody looks: what came due since is told as near [SUP-83].
 */
import { type CivilDate, daysBetween } from '../../statute/civil-date.ts';
import { rulesOn } from '../rule-sets.ts';
import type { Verdict } from '../verdict.ts';
import { freshness } from './column-freshness.ts';
import type { SeenColumn } from './columns-online.ts';

export interface ColumnsTogether extends Verdict {
  readonly stale: number;
  readonly blank: number;
  readonly nearly: number;
  readonly notLooked: number;
}

/** 多少天没有看, so that nothing is concluded. */
const TOO_LONG_AGO = 14;

/** @param seenOn when the columns were looked at */
export function columnsTogether(
  columns: readonly SeenColumn[],
  today: CivilDate,
  seenOn: CivilDate = today,
): ColumnsTogether {
  const limits = rulesOn(today).columns;
  const blank = columns.filter((column) => column.blank).length;
  const notLooked = columns.filter(({ latest }) => latest === undefined).length;
  const bound = columns.filter((column) => !column.blank && column.kind !== 'other' && column.latest !== undefined);
  const stateOn = ({ kind, latest }: SeenColumn, day: CivilDate) =>
    latest === null ? 'stale' : freshness(kind, latest!, day)!.state;
  const stale = bound.filter((column) => stateOn(column, seenOn) === 'stale').length;
  const nearly = bound.filter((column) => stateOn(column, today) !== 'fresh').length - stale;
  const figure = { stale, blank, nearly, notLooked };
  const said = `没有更新的栏目 ${stale} 个，空白栏目 ${blank} 个，快要到期的 ${nearly} 个${notLooked > 0 ? `，看不出的 ${notLooked} 个` : ''}`;
  if (columns.length === 0) return { state: 'notLooked', says: '还没有看到任何栏目。', ...figure };
  if (daysBetween(seenOn, today) > TOO_LONG_AGO)
    return { state: 'notLooked', says: `上一次看栏目是 ${seenOn}，太久以前，不下结论。`, ...figure };
  if (stale >= limits.stale || blank >= limits.blank)
    return { state: 'failed', says: `${said}，属于单项否决。`, ...figure };
  if (stale + nearly >= limits.stale || blank > 0 || stale > 0)
    return { state: 'urgent', says: `${said}。`, ...figure };
  if (nearly > 0) return { state: 'warning', says: `${said}。`, ...figure };
  if (notLooked === columns.length) return { state: 'notLooked', says: `${said}。`, ...figure };
  return { state: 'fine', says: `${said}。`, ...figure };
}
