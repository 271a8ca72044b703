/**
 * 栏目不更新的总数 [SUP-33] (国办秘函〔2019〕19号): five first-level columns, ten that ought to be fed, or five blank ones. A column that is blank counts as blank only;
 * one whose list could not be read counts as neither and is told.
 */
import type { CivilDate } from '../../statute/civil-date.ts';
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

export function columnsTogether(columns: readonly SeenColumn[], today: CivilDate): ColumnsTogether {
  const limits = rulesOn(today).columns;
  const blank = columns.filter((column) => column.blank).length;
  const notLooked = columns.filter(({ latest }) => latest === undefined).length;
  const bound = columns.filter((column) => !column.blank && column.kind !== 'other' && column.latest !== undefined);
  const states = bound.map(({ kind, latest }) => (latest === null ? 'stale' : freshness(kind, latest!, today)!.state));
  const stale = states.filter((state) => state === 'stale').length;
  const nearly = states.filter((state) => state === 'warning' || state === 'due').length;
  const figure = { stale, blank, nearly, notLooked };
  const said = `没有更新的栏目 ${stale} 个，空白栏目 ${blank} 个，快要到期的 ${nearly} 个${notLooked > 0 ? `，看不出的 ${notLooked} 个` : ''}`;
  if (columns.length === 0) return { state: 'notLooked', says: '还没有看到任何栏目。', ...figure };
  if (stale >= limits.firstLevel || blank >= limits.blank)
    return { state: 'failed', says: `${said}，属于单项否决。`, ...figure };
  if (stale + nearly >= limits.firstLevel || blank > 0 || stale > 0)
    return { state: 'urgent', says: `${said}。`, ...figure };
  if (nearly > 0) return { state: 'warning', says: `${said}。`, ...figure };
  if (notLooked === columns.length) return { state: 'notLooked', says: `${said}。`, ...figure };
  return { state: 'fine', says: `${said}。`, ...figure };
}
