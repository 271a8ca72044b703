import { expect, it } from 'vitest';
import { received } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { builtInCalendar, workCalendar } from '../../statute/work-calendar.ts';
import { endsAfterReply, usualTaskDay } from './task-day.ts';

/** Received on 2026-03-02: to be answered by 2026-03-30. */
const file = received('2026-03-02');

it('REQ-97 five workdays from today, or as many as the county has set', () => {
  expect(usualTaskDay(file, civil('2026-03-05'), builtInCalendar)).toBe('2026-03-12');
  const three = workCalendar(HOLIDAY_NOTICES, { ...DEFAULT_SETTINGS, taskWorkdays: 3 });
  expect(usualTaskDay(file, civil('2026-03-05'), three)).toBe('2026-03-10');
});

it('REQ-97 not after the day of the reply while that lies ahead', () => {
  expect(usualTaskDay(file, civil('2026-03-26'), builtInCalendar)).toBe('2026-03-30');
  expect(usualTaskDay(file, civil('2026-03-30'), builtInCalendar)).toBe('2026-04-07');
});

it('REQ-80 a day after that of the reply is told', () => {
  expect(endsAfterReply(civil('2026-03-31'), civil('2026-03-30'))).toBe(true);
  expect(endsAfterReply(civil('2026-03-30'), civil('2026-03-30'))).toBe(false);
  expect(endsAfterReply(civil('2026-03-31'), null)).toBe(false);
});
