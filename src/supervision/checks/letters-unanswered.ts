/** 未回应的有效留言 [SUP-34] (国办秘函〔2019〕19号, 单项否决“互动回应差”): three months, counted from the day after it came; warned after 60, 80 and 90 days. */
import { addMonths, type CivilDate, daysBetween } from '../../statute/civil-date.ts';
import { rulesOn } from '../rule-sets.ts';
import type { Verdict } from '../verdict.ts';

/** @param received days on which the letters that are not answered came; undefined where nobody can say */
export function lettersUnanswered(received: readonly CivilDate[] | undefined, today: CivilDate): Verdict {
  if (received === undefined) return { state: 'notLooked', says: '看不到留言的办理情况。' };
  const oldest = [...received].sort()[0];
  if (oldest === undefined) return { state: 'fine', says: '没有等待答复的留言。' };
  const { warnDays, urgentDays, months } = rulesOn(today).letters;
  const [due, age] = [addMonths(oldest, months), daysBetween(oldest, today)];
  const daysLeft = daysBetween(today, due);
  const said = `等得最久的留言是 ${oldest} 收到的，${due} 满 3 个月`;
  if (daysLeft < 0) return { state: 'failed', says: `${said}，属于单项否决。`, daysLeft };
  if (age >= urgentDays || daysLeft === 0) return { state: 'urgent', says: `${said}，还有 ${daysLeft} 天。`, daysLeft };
  if (age >= warnDays) return { state: 'warning', says: `${said}，还有 ${daysLeft} 天。`, daysLeft };
  return { state: 'fine', says: `${said}。`, daysLeft };
}
