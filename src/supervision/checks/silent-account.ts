/** 政务新媒体不更新 [SUP-37] (国办秘函〔2019〕19号 政务新媒体单项否决；2 周为推论): counted from the last post that is recorded. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Verdict } from '../verdict.ts';
import { freshness } from './column-freshness.ts';

/** @param lastPost null where none is recorded at all */
export function silentAccount(lastPost: CivilDate | null, today: CivilDate): Verdict {
  if (lastPost === null) return { state: 'notLooked', says: '没有登记过政务新媒体的信息，看不出有没有更新。' };
  const { state, due, daysLeft } = freshness('news', lastPost, today)!;
  const said = `最近一次发布是 ${lastPost}，${due} 期满`;
  if (state === 'stale') return { state: 'failed', says: `${said}，属于单项否决。`, daysLeft };
  if (state === 'due') return { state: 'urgent', says: `${said}，就是今天。`, daysLeft };
  return { state: state === 'warning' ? 'warning' : 'fine', says: `${said}。`, daysLeft };
}
