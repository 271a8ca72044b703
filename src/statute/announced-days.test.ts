/**
 * 逐日核对: the calendar against a second transcription of the announcements, day by day, and counting against a walk over that
 * transcription. Totals of a year would not show two days that were swapped.
 */
import { describe, expect, it } from 'vitest';
import { civil } from './civil-date.ts';
import { builtInCalendar as calendar } from './work-calendar.ts';
import { addWorkdays, workdaysBetween } from './workdays.ts';

/** 放假 / 调休上班, as `mmdd` or `mmdd-mmdd` of the year; a day of another year is written out. */
const ANNOUNCED: Record<number, [off: string, worked: string]> = {
  2019: ['20181230-0101 0204-0210 0405 0501-0504 0607 0913 1001-1007', '20181229 0202 0203 0428 0505 0929 1012'],
  2020: ['0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008', '0119 0426 0509 0628 0927 1010'],
  2021: ['0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007', '0207 0220 0425 0508 0918 0926 1009'],
  2022: ['0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007', '0129 0130 0402 0424 0507 1008 1009'],
  2023: ['20221231-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006', '0128 0129 0423 0506 0625 1007 1008'],
  2024: ['0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007', '0204 0218 0407 0428 0511 0914 0929 1012'],
  2025: ['0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008', '0126 0208 0427 0928 1011'],
  2026: ['0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007', '0104 0214 0228 0509 0920 1010'],
  2027: ['0101 0205-0208 0405 0501-0502 0609 0915 1001-1003', ''],
};

const DAY = 86_400_000;
const at = (year: string, text: string) => {
  const digits = text.length === 8 ? text : year + text;
  return Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6)));
};
const written = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Every day from 2018-12-29 to the end of 2027: whether the agencies are at work. */
const atWork = new Map<string, boolean>();
for (let time = Date.UTC(2018, 11, 29); time <= Date.UTC(2027, 11, 31); time += DAY)
  atWork.set(written(time), new Date(time).getUTCDay() % 6 !== 0);
for (const [year, [off, worked]] of Object.entries(ANNOUNCED)) {
  for (const stretch of off.split(' ')) {
    const [from = '', to = from] = stretch.split('-');
    for (let time = at(year, from); time <= at(year, to); time += DAY) atWork.set(written(time), false);
  }
  for (const day of worked.split(' ').filter(Boolean)) atWork.set(written(at(year, day)), true);
}

describe('the announcements, transcribed a second time', () => {
  it('CAL-1 agree with the calendar on every day from 2018-12-29 to the provisional 2027', () => {
    const different = [...atWork].filter(([day, works]) => calendar.isWorkday(civil(day)) !== works);
    expect(different).toEqual([]);
    expect(atWork.size).toBeGreaterThan(3_280);
  });

  it('CAL-4 give the day a walk gives, from every day of 2019 to 2026', () => {
    const days = [...atWork.keys()];
    for (const [start, from] of days.entries()) {
      if (from < '2019-01-01' || from > '2026-12-31') continue;
      let counted = 0;
      for (let place = start + 1; counted < 40; place += 1) {
        const day = days[place]!;
        if (!atWork.get(day)) continue;
        counted += 1;
        if (![1, 2, 3, 5, 7, 10, 15, 20, 40].includes(counted)) continue;
        const got = addWorkdays(civil(from), counted, calendar);
        if (got !== day) expect.fail(`${from} + ${counted} is ${day}, not ${got}`);
        if (workdaysBetween(civil(from), civil(day), calendar) !== counted)
          expect.fail(`from ${from} to ${day} are ${counted} workdays`);
      }
    }
    expect(days.length).toBeGreaterThan(3_280);
  });
});
