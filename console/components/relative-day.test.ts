import { describe, expect, it } from 'vitest';
import { inProse, momentOf, withWeekday } from './day.ts';
import { relativeDay } from './relative-day.ts';

describe('the day as the officer says it', () => {
  it.each([
    ['green', '2026-03-16', 12, '还剩 12 个工作日'],
    ['red', '2026-03-16', 1, '还剩 1 个工作日'],
    ['red', '2026-03-16', 0, '今天到期'],
    ['overdue', '2026-03-16', -3, '已超 3 个工作日'],
    // Due on a Friday, read on the Saturday: no workday has passed since.
    ['overdue', '2026-03-13', 0, '已过期限'],
    ['paused', null, null, '暂停计时'],
    ['paused', '2026-03-16', 4, '还剩 4 个工作日'],
    ['done', '2026-03-16', null, '已办结'],
  ] as const)('%s, due %s with %s workdays left: %s', (light, dueOn, workdaysLeft, says) => {
    expect(relativeDay({ light, dueOn, workdaysLeft })).toBe(says);
  });

  it('names the weekday of a deadline and keeps it out of prose', () => {
    expect(withWeekday('2026-03-16')).toBe('2026-03-16 周一');
    expect(withWeekday('2024-02-29')).toBe('2024-02-29 周四');
    expect(inProse('2026-02-04')).toBe('2026年2月4日');
  });

  it('tells an instant by the clock of Beijing', () => {
    expect(momentOf('2026-02-23T16:30:00.000Z')).toBe('2026-02-24 00:30');
  });
});
