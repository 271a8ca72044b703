import { describe, expect, it } from 'vitest';
import { addDays, addMonths, civil, civilDateAt, inProseWithWeekday, parseCivilDate, weekdayOf } from './civil-date.ts';

describe('CivilDate', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', 'tomorrow', null, 20260101])(
    'refuses %s',
    (text) => expect(parseCivilDate(text)).toBeUndefined(),
  );

  it('knows leap years and the ends of years', () => {
    expect(parseCivilDate('2024-02-29')).toBe('2024-02-29');
    expect(addDays(civil('2023-12-31'), 1)).toBe('2024-01-01');
    expect(addDays(civil('2024-03-01'), -1)).toBe('2024-02-29');
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
