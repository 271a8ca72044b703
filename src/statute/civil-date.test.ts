import { describe, expect, it } from 'vitest';
import { addDays, addMonths, civil, civilDateAt, inProseWithWeekday, parseCivilDate, weekdayOf } from './civil-date.ts';

describe('CivilDate', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '9999-12-31',
    '0202-06-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    'tomorrow',
    null,
    20260101,
  ])('refuses %s', (text) => expect(parseCivilDate(text)).toBeUndefined());

  it('knows leap years and the ends of years', () => {
    expect(parseCivilDate('2024-02-29')).toBe('2024-02-29');
    expect(addDays(civil('2023-12-31'), 1)).toBe('2024-01-01');
    expect(addDays(civil('2024-03-01'), -1)).toBe('2024-02-29');
  });

  it('walks every day of a leap year and its neighbours without missing one', () => {
    let [day, previous] = [civil('2023-01-01'), civil('2022-12-31')];
    for (let n = 0; n < 3 * 365 + 1; n += 1) {
      expect(new Date(day).getTime() - new Date(previous).getTime()).toBe(86_400_000);
      [day, previous] = [addDays(day, 1), day];
    }
    expect(day).toBe('2026-01-01');
    expect(addDays(civil('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(civil('2026-03-15'), -15)).toBe('2026-02-28');
    expect(addDays(civil('2026-01-31'), -365)).toBe('2025-01-31');
  });

  it('is the day in Shanghai, whatever the zone of the server', () => {
    expect(civilDateAt(new Date('2025-12-31T15:59:59Z'))).toBe('2025-12-31');
    expect(civilDateAt(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });

  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-01-15', 12, '2026-01-15'],
  ])('CAL-5 %s + %i months ends on %s', (from, months, to) => expect(addMonths(civil(from), months)).toBe(to));

  it('names the weekday', () => {
    expect(weekdayOf(civil('2026-03-16'))).toBe(1);
    expect(inProseWithWeekday(civil('2026-03-16'))).toBe('2026年3月16日 周一');
  });
});
