import { expect, it } from 'vitest';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { reportDue } from './due-day.ts';

it.each([
  ['county', 2024, '2025-03-31', '2025-03-31', 'a Monday'],
  ['department', 2025, '2026-01-31', '2026-01-30', 'a Saturday'],
  ['township', 2018, '2019-01-31', '2019-01-31', 'a Thursday'],
  ['department', 2020, '2021-01-31', '2021-01-29', 'a Sunday'],
  ['county', 2023, '2024-03-31', '2024-03-29', 'a Sunday'],
] as const)('CAL-8 the report of a %s for %i is due %s, reminded %s (%s)', (kind, year, dueOn, remindOn, _) => {
  expect(reportDue(kind, year, builtInCalendar)).toEqual({ dueOn, remindOn });
});
