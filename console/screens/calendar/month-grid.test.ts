import { describe, expect, it } from 'vitest';
import { monthsOf } from './month-grid.ts';

const days = (year: number, daysOff: readonly [on: string, name: string][] = [], makeUpDays: readonly string[] = []) =>
  monthsOf({ year, daysOff: daysOff.map(([on, name]) => ({ on, name })), makeUpDays });

describe('a year in twelve grids', () => {
  it('begins each week on a Monday, with the places before the first left empty', () => {
    const [january] = days(2026);
    // 2026-01-01 is a Thursday.
    expect(january!.weeks[0]!.map((day) => day?.date ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
    expect(january!.weeks.at(-1)!.map((day) => day?.date ?? null)).toEqual([26, 27, 28, 29, 30, 31, null]);
  });

  it('holds a month that begins on a Monday and fills its weeks', () => {
    const february = days(2027)[1]!;
    expect(february.weeks).toHaveLength(4);
    expect(february.weeks.flat().every((day) => day !== null)).toBe(true);
  });

  it.each([
    [2024, 366],
    [2026, 365],
    [2100, 365],
  ])('shows every day of %s once', (year, length) => {
    const shown = days(year).flatMap(({ weeks }) => weeks.flat().flatMap((day) => day?.on ?? []));
    expect(shown).toHaveLength(length);
    expect([...shown].sort()).toEqual(shown);
    expect(days(year).every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
  });

  it('tells days off, make-up days and plain weekends apart, on whatever weekday they fall', () => {
    const [january] = days(
      2026,
      [
        ['2026-01-01', '元旦'],
        ['2026-01-03', '元旦'],
      ],
      ['2026-01-04'],
    );
    const kinds = Object.fromEntries(
      january!.weeks.flatMap((week) => week.flatMap((day) => (day ? [[day.date, day]] : []))),
    );
    expect(kinds[1]).toMatchObject({ kind: 'dayOff', name: '元旦' });
    expect(kinds[2]).toMatchObject({ kind: 'workday', name: null });
    expect(kinds[3]).toMatchObject({ kind: 'dayOff', name: '元旦' });
    expect(kinds[4]).toMatchObject({ kind: 'makeUp' });
    expect(kinds[10]).toMatchObject({ kind: 'weekend' });
  });

  it('counts the workdays of a month: make-up days in, days off out', () => {
    // 22 weekdays, less one off, plus one Sunday worked.
    expect(days(2026, [['2026-01-01', '元旦']], ['2026-01-04'])[0]!.workdays).toBe(22);
    expect(days(2026)[0]!.workdays).toBe(22);
  });
});
