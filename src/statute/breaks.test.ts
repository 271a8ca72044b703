import { expect, it } from 'vitest';
import { breaksBetween, makeUpDaysBetween } from './breaks.ts';
import { civil } from './civil-date.ts';
import { builtInCalendar, workCalendar } from './work-calendar.ts';

it('CAL-2 joins the days of one holiday across two notices and cuts at the ends asked for', () => {
  const [first, last] = [civil('2020-01-26'), civil('2020-02-01')];
  expect(breaksBetween(first, last, builtInCalendar)).toEqual([{ name: '春节', from: first, to: last }]);
  expect(makeUpDaysBetween(civil('2020-01-19'), civil('2020-02-01'), builtInCalendar)).toEqual(['2020-01-19']);
});

it('CAL-2 keeps two breaks of one name apart', () => {
  const day = (text: string) => ({ name: '开斋节', from: civil(text), to: civil(text) });
  const daysOff = [day('2026-03-20'), day('2026-03-24')];
  const calendar = workCalendar([
    { title: '自治县的放假规定', number: '', link: '', publishes: null, daysOff, makeUpDays: [] },
  ]);
  expect(breaksBetween(civil('2026-03-01'), civil('2026-03-31'), calendar)).toEqual(daysOff);
});
