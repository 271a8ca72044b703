import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civil, daysBetween } from './civil-date.ts';
import { builtInCalendar as calendar } from './work-calendar.ts';
import { addWorkdays, crossesProvisional, lastWorkdayBy, workdaysBetween } from './workdays.ts';

describe('addWorkdays', () => {
  it.each([
    ['2024-01-25', 20, '2024-02-27', '跨春节，02-04、02-18 调休上班'],
    ['2024-02-09', 7, '2024-02-26', '除夕 2024 是工作日'],
    ['2024-09-27', 20, '2024-10-30', '09-29、10-12 调休上班'],
    ['2025-01-20', 7, '2025-02-05', '01-26 周日上班；补正告知截止'],
    ['2025-01-27', 20, '2025-03-03', '02-08 上班'],
    ['2025-09-26', 7, '2025-10-13', ''],
    ['2025-09-26', 20, '2025-10-30', '缴费期'],
    ['2025-09-30', 20, '2025-11-04', ''],
    ['2025-12-30', 20, '2026-01-28', '跨年，01-04 周日上班'],
    ['2026-02-10', 20, '2026-03-16', ''],
    ['2026-02-13', 7, '2026-03-02', '02-14、02-28 上班'],
    ['2026-04-30', 15, '2026-05-25', '第三方意见期'],
    ['2026-09-18', 20, '2026-10-22', '09-20、10-10 上班'],
    ['2022-09-30', 20, '2022-11-02', '法院认定；10-08、10-09 上班'],
    ['2020-01-20', 20, '2020-02-25', '延长假期至 02-02'],
    ['2025-10-03', 20, '2025-11-04', '起点在假期内'],
    ['2026-03-07', 20, '2026-04-03', '起点在周末'],
    ['2026-01-30', 20, '2026-03-05', '主动公开'],
    ['2025-09-29', 3, '2025-10-10', '行政处罚法撤回 3 日'],
    ['2025-09-30', 7, '2025-10-16', '双公示'],
  ])('CAL-4 %s + %i = %s %s', (from, n, to) => {
    expect(addWorkdays(civil(from), n, calendar)).toBe(to);
    expect(workdaysBetween(civil(from), civil(to), calendar)).toBe(n);
  });

  it('CAL-4 never counts a skipped day, and n = 0 is the day itself', () => {
    const skip = (day: CivilDate) => day >= '2026-03-10' && day <= '2026-03-20';
    expect(addWorkdays(civil('2026-03-02'), 20, calendar, skip)).toBe('2026-04-13');
    expect(workdaysBetween(civil('2026-03-02'), civil('2026-04-13'), calendar, skip)).toBe(20);
    expect(addWorkdays(civil('2026-03-07'), 0, calendar)).toBe('2026-03-07');
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %d days', (n) =>
    expect(() => addWorkdays(civil('2026-03-02'), n, calendar)).toThrow(RangeError),
  );

  it('CAL-4 joins: n and then m days are n + m days', () => {
    const day = fc.integer({ min: 0, max: 2_800 }).map((n) => addDays(civil('2019-01-01'), n));
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (from, n, m) => {
        const once = addWorkdays(from, n + m, calendar);
        return addWorkdays(addWorkdays(from, n, calendar), m, calendar) === once && daysBetween(from, once) >= n + m;
      }),
    );
  });
});

it('CAL-4 counts backwards as negative', () => {
  expect(workdaysBetween(civil('2026-03-09'), civil('2026-03-06'), calendar)).toBe(-1);
  expect(workdaysBetween(civil('2026-03-06'), civil('2026-03-06'), calendar)).toBe(0);
});

it.each([
  ['2026-01-31', '2026-01-30'],
  ['2027-01-31', '2027-01-29'],
  ['2024-03-31', '2024-03-29'],
  ['2025-01-31', '2025-01-27'],
  ['2024-01-31', '2024-01-31'],
])('CAL-8 what must be done by %s is done by %s', (date, workday) =>
  expect(lastWorkdayBy(civil(date), calendar)).toBe(workday),
);

it('CAL-7 a period is provisional as soon as one of its years is', () => {
  expect(crossesProvisional(civil('2026-12-01'), civil('2026-12-31'), calendar)).toBe(false);
  expect(crossesProvisional(civil('2026-12-08'), civil('2027-01-06'), calendar)).toBe(true);
  expect(crossesProvisional(civil('2026-12-31'), civil('2026-12-31'), calendar)).toBe(false);
  expect(crossesProvisional(civil('2025-06-01'), civil('2028-01-06'), calendar)).toBe(true);
});
