import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { isOverdue, reportDue } from './due-day.ts';

it.each([
  ['county', 2024, '2025-03-31', '2025-03-31', 'a Monday'],
  ['department', 2025, '2026-01-31', '2026-01-30', 'a Saturday'],
  ['township', 2018, '2019-01-31', '2019-01-31', 'a Thursday'],
  ['department', 2020, '2021-01-31', '2021-01-29', 'a Sunday'],
  ['county', 2023, '2024-03-31', '2024-03-29', 'a Sunday'],
] as const)('CAL-8 the report of a %s for %i is due %s, reminded %s (%s)', (kind, year, dueOn, remindOn, _) => {
  expect(reportDue(kind, year, builtInCalendar)).toEqual({ dueOn, remindOn });
});

it.each([
  ['2026-01-31', '2025-06-01', false, 'on the day itself'],
  ['2026-02-01', '2025-06-01', true, 'the day after'],
  ['2026-11-28', '2026-02-01', false, 'the day passed before the work here began'],
  ['2026-11-28', '2026-01-31', true, 'the work here began on the day'],
] as const)(
  'ANR-60 what was due on 31 January 2026 is overdue on %s, where work began on %s: %s (%s)',
  (today, began, overdue, _) => {
    expect(isOverdue(civil('2026-01-31'), civil(today), civil(began))).toBe(overdue);
  },
);
