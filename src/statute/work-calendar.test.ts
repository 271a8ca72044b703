import { describe, expect, it } from 'vitest';
import { addDays, civil, weekdayOf } from './civil-date.ts';
import { HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { builtInCalendar, checkNotice, workCalendar } from './work-calendar.ts';

const local = (notice: Partial<HolidayNotice>): HolidayNotice => ({
  title: '自治县关于2026年古尔邦节放假的通知',
  number: '',
  link: '',
  publishes: null,
  daysOff: [],
  makeUpDays: [],
  ...notice,
});

function workdaysOf(year: number, calendar = builtInCalendar): number {
  let count = 0;
  for (let day = civil(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1))
    if (calendar.isWorkday(day)) count += 1;
  return count;
}

describe('the built-in calendar', () => {
  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('CAL-1 %i has %i workdays', (year, workdays) => expect(workdaysOf(year)).toBe(workdays));

  it.each([
    ['2024-02-09', true, '除夕 2024, not yet a holiday'],
    ['2025-01-28', false, '除夕 2025'],
    ['2022-10-08', true, 'Saturday worked after National Day'],
    ['2025-09-28', true, 'Sunday worked before National Day'],
    ['2026-02-14', true, 'Saturday worked before the Spring Festival'],
    ['2020-02-03', true, 'Monday after the extended festival'],
    ['2026-03-09', true, 'a plain Monday'],
    ['2026-03-08', false, 'a plain Sunday, and 妇女节 is no day off for everybody'],
  ])('CAL-1 %s workday: %s (%s)', (day, workday) => expect(builtInCalendar.isWorkday(civil(day))).toBe(workday));

  it('CAL-1 names what a day is off or worked for', () => {
    expect(builtInCalendar.holidayName(civil('2026-02-17'))).toBe('春节');
    expect(builtInCalendar.holidayName(civil('2026-03-08'))).toBeUndefined();
    expect(builtInCalendar.isMakeUpDay(civil('2026-02-28'))).toBe(true);
    expect(builtInCalendar.isMakeUpDay(civil('2026-03-09'))).toBe(false);
  });
});

describe('CAL-2 notices are merged by date, the later one decides', () => {
  it('turns the make-up day of 2020-02-01 into a holiday', () => {
    const before = workCalendar(HOLIDAY_NOTICES.filter(({ title }) => !title.includes('延长')));
    expect(before.isWorkday(civil('2020-02-01'))).toBe(true);
    expect(builtInCalendar.isWorkday(civil('2020-02-01'))).toBe(false);
    expect(builtInCalendar.isMakeUpDay(civil('2020-02-01'))).toBe(false);
  });

  it('lets the notice of one year arrange the last days of the year before', () => {
    expect(builtInCalendar.isMakeUpDay(civil('2018-12-29'))).toBe(true);
    expect(builtInCalendar.holidayName(civil('2022-12-31'))).toBe('元旦');
  });

  it('takes local holidays and local make-up days over the national arrangement', () => {
    const day = civil('2026-05-27');
    const regional = workCalendar([
      ...HOLIDAY_NOTICES,
      local({ daysOff: [{ name: '古尔邦节', from: day, to: day }], makeUpDays: [civil('2026-05-05')] }),
    ]);
    expect(regional.isWorkday(day)).toBe(false);
    expect(regional.holidayName(day)).toBe('古尔邦节');
    expect(regional.isWorkday(civil('2026-05-05'))).toBe(true);
    expect(builtInCalendar.isWorkday(day)).toBe(true);
  });
});

describe('CAL-7 a year without notice', () => {
  it.each(['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-05-02', '2027-06-09', '2027-09-15'])(
    'is off on the statutory day %s',
    (day) => expect(builtInCalendar.isWorkday(civil(day))).toBe(false),
  );

  it('is marked provisional and knows weekends only', () => {
    expect(builtInCalendar.provisional(civil('2026-12-31'))).toBe(false);
    expect(builtInCalendar.provisional(civil('2027-01-04'))).toBe(true);
    expect(builtInCalendar.isWorkday(civil('2027-01-04'))).toBe(true);
    expect(weekdayOf(civil('2027-01-09'))).toBe(6);
    expect(builtInCalendar.isWorkday(civil('2027-01-09'))).toBe(false);
  });

  it('stops being provisional when its notice is entered, and forgets the estimate', () => {
    const known = workCalendar([
      ...HOLIDAY_NOTICES,
      local({ publishes: 2027, makeUpDays: [civil('2027-02-08'), civil('2027-02-20')] }),
    ]);
    expect(known.provisional(civil('2027-01-04'))).toBe(false);
    expect(known.isWorkday(civil('2027-02-08'))).toBe(true);
    expect(known.isWorkday(civil('2027-02-05'))).toBe(true);
    expect(known.isWorkday(civil('2027-02-20'))).toBe(true);
  });
});

it('CAL-9 has a version that changes with every edit and with nothing else', () => {
  const edited = workCalendar([...HOLIDAY_NOTICES, local({ makeUpDays: [civil('2026-05-05')] })]);
  const corrected = workCalendar([...HOLIDAY_NOTICES, local({ makeUpDays: [civil('2026-05-04')] })]);
  expect(workCalendar(HOLIDAY_NOTICES).version).toBe(builtInCalendar.version);
  expect(new Set([builtInCalendar.version, edited.version, corrected.version]).size).toBe(3);
  const settings = { ...DEFAULT_SETTINGS, extensions: 'several' } as const;
  expect(workCalendar(HOLIDAY_NOTICES, settings).version).not.toBe(builtInCalendar.version);
  expect(builtInCalendar.version).toContain('2019—2026年');
});

describe('CAL-3 a notice is checked before it enters the calendar', () => {
  it('finds nothing in the built-in notices', () => expect(HOLIDAY_NOTICES.flatMap(checkNotice)).toEqual([]));

  it.each([
    ['/title', local({ title: ' ', makeUpDays: [civil('2026-05-05')] })],
    ['/daysOff', local({ daysOff: [], makeUpDays: [] })],
    ['/publishes', local({ publishes: 2028, makeUpDays: [civil('2027-02-20')] })],
    ['/daysOff/0', local({ daysOff: [{ name: '春节', from: civil('2027-02-10'), to: civil('2027-02-05') }] })],
    ['/daysOff/0', local({ daysOff: [{ name: '春节', from: civil('2027-02-05'), to: civil('2027-03-05') }] })],
    [
      '/makeUpDays/0',
      local({
        daysOff: [{ name: '春节', from: civil('2027-02-05'), to: civil('2027-02-07') }],
        makeUpDays: [civil('2027-02-06')],
      }),
    ],
  ])('reports %s', (where, notice) => expect(checkNotice(notice).map((issue) => issue.where)).toEqual([where]));
});
