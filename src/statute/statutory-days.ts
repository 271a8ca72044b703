/**
 * 法定节日(暂估用): the days 《全国年节及纪念日放假办法》 (2024-11-10 修订) gives everybody, used only for a year whose notice is
 * not published yet. Days of the lunar calendar are data too: the lunar calendar built into the runtime puts the first
 * day of 2027 one day late. Where a holiday meets a weekend, the substitute day stays unknown until the notice.
 */
import type { CivilDate } from './civil-date.ts';

/** 元旦、劳动节、国庆节, by month and day; the same in every year from 2025 on. */
const BY_THE_SOLAR_CALENDAR: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** 除夕至正月初三、清明、端午、中秋, for the years people may already reckon with. */
const BY_THE_ALMANAC: Readonly<Record<string, string>> = {
  '2027-02-05': '春节',
  '2027-02-06': '春节',
  '2027-02-07': '春节',
  '2027-02-08': '春节',
  '2027-04-05': '清明节',
  '2027-06-09': '端午节',
  '2027-09-15': '中秋节',
};

/** 法定节日的名称; undefined on any other day. */
export function statutoryHoliday(date: CivilDate): string | undefined {
  return BY_THE_ALMANAC[date] ?? BY_THE_SOLAR_CALENDAR[date.slice(5)];
}

/** Whether the days of the lunar calendar in a year are written down here. */
export function knowsAlmanac(year: number): boolean {
  return Object.keys(BY_THE_ALMANAC).some((day) => day.startsWith(`${year}-`));
}
