import { describe, expect, it } from 'vitest';
import { afterDays, afterMonths } from './calendar-periods.ts';
import { civil } from './civil-date.ts';
import { builtInCalendar as calendar } from './work-calendar.ts';

describe('calendar-day periods', () => {
  it.each([
    ['2025-08-05', 60, '2025-10-04', '2025-10-09', '国庆假内'],
    ['2025-08-09', 60, '2025-10-08', '2025-10-09', '假期末日'],
    ['2023-12-19', 60, '2024-02-17', '2024-02-18', '顺延到调休上班的周日'],
    ['2025-07-12', 60, '2025-09-10', '2025-09-10', '工作日不顺延'],
    ['2025-09-17', 15, '2025-10-02', '2025-10-09', '起诉'],
    ['2026-02-04', 15, '2026-02-19', '2026-02-24', '起诉，春节'],
  ])('CAL-6 %s + %i 日： %s → %s (%s)', (from, n, nominal, last) =>
    expect(afterDays(civil(from), n, calendar)).toEqual({ nominal, last, provisional: false }),
  );

  it.each([
    ['2025-08-31', 6, '2026-02-28', '2026-02-28', '月末日，当日调休上班'],
    ['2025-04-01', 6, '2025-10-01', '2025-10-09', '国庆'],
    ['2025-07-31', 6, '2026-01-31', '2026-02-02', '周六'],
    ['2025-08-15', 6, '2026-02-15', '2026-02-24', '春节'],
    ['2023-08-31', 6, '2024-02-29', '2024-02-29', '闰年'],
  ])('CAL-5 %s + %i 个月： %s → %s (%s)', (from, n, nominal, last) =>
    expect(afterMonths(civil(from), n, calendar)).toEqual({ nominal, last, provisional: false }),
  );

  it('CAL-7 says when the last day is only an estimate', () => {
    expect(afterDays(civil('2026-12-01'), 60, calendar)).toMatchObject({ last: '2027-02-01', provisional: true });
    expect(afterDays(civil('2026-10-01'), 60, calendar).provisional).toBe(false);
  });
});
