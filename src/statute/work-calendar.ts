/**
 * 工作日历 [CAL-1, CAL-2]. 工作日 = 周一至周五且非放假日,加上国务院办公厅通知公布的调休上班日(《全国年节及纪念日放假办法》第七条).
 * A calendar is built from notices and can be built again from others; nothing in it is fixed in code.
 */
import { createHash } from 'node:crypto';
import { addDays, type CivilDate, daysBetween, weekdayOf, yearOf } from './civil-date.ts';
import { HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts';
import type { Issue } from './issue.ts';
import { DEFAULT_SETTINGS, type StatuteSettings } from './settings.ts';
import { statutoryHoliday } from './statutory-days.ts';

/** 工作日历: what counting needs to know of every day. */
export interface WorkCalendar {
  /** Names the notices it was built from; two calendars with the same version give the same days. */
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
  /** 口径 by which the county counts where the law is silent: they decide days as the notices do. */
  readonly settings: StatuteSettings;
  /** Years whose arrangement is published. */
  readonly publishedYears: ReadonlySet<number>;
  isWorkday(date: CivilDate): boolean;
  /** Name of the holiday the day is off for; undefined for plain weekends and for workdays. */
  holidayName(date: CivilDate): string | undefined;
  /** 调休上班日. Mostly a weekend, but nothing obliges a notice to that. */
  isMakeUpDay(date: CivilDate): boolean;
  /** 暂估: the year of this day is not published, only weekends and 法定节日 are known. */
  provisional(date: CivilDate): boolean;
}

/** Builds the calendar; where two notices speak of one day, the later in the list decides. */
export function workCalendar(
  notices: readonly HolidayNotice[],
  settings: StatuteSettings = DEFAULT_SETTINGS,
): WorkCalendar {
  const off = new Map<CivilDate, string>();
  const makeUp = new Set<CivilDate>();
  for (const { daysOff, makeUpDays } of notices) {
    for (const day of makeUpDays) {
      makeUp.add(day);
      off.delete(day);
    }
    for (const { name, from, to } of daysOff) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        off.set(day, name);
        makeUp.delete(day);
      }
    }
  }
  const publishedYears = new Set(notices.flatMap(({ publishes }) => publishes ?? []));
  const provisional = (date: CivilDate) => !publishedYears.has(yearOf(date));
  const holidayName = (date: CivilDate) =>
    off.get(date) ?? (provisional(date) && !makeUp.has(date) ? statutoryHoliday(date) : undefined);
  return {
    version: versionOf(notices, publishedYears, settings),
    notices,
    settings,
    publishedYears,
    provisional,
    holidayName,
    isMakeUpDay: (date) => makeUp.has(date),
    isWorkday: (date) => makeUp.has(date) || (isMondayToFriday(date) && holidayName(date) === undefined),
  };
}

/** 产品自带的日历: the published notices of the State Council, nothing local. */
export const builtInCalendar: WorkCalendar = workCalendar(HOLIDAY_NOTICES);

/** 录入核对: what is wrong with a notice somebody typed in, before it enters a calendar. */
export function checkNotice(notice: HolidayNotice): Issue[] {
  const issues: Issue[] = [];
  const report = (where: string, says: string, advice: string) =>
    issues.push({ code: 'CAL-3', severity: 'error', where, says, basis: '《全国年节及纪念日放假办法》第七条', advice });
  if (notice.title.trim() === '')
    report('/title', '没有写通知名称。', '写明依据的通知或规定，日后有人会问这一天为什么放假。');
  notice.daysOff.forEach(({ from, to }, i) => {
    if (to < from) report(`/daysOff/${i}`, `放假的末日 ${to} 早于首日 ${from}。`, '对调两个日期。');
    else if (daysBetween(from, to) >= LONGEST_BREAK)
      report(`/daysOff/${i}`, `${from} 至 ${to} 连续放假超过 ${LONGEST_BREAK} 日。`, '核对年份和月份。');
  });
  if (notice.daysOff.length === 0 && notice.makeUpDays.length === 0)
    report('/daysOff', '没有写哪些天放假、哪些天上班。', '照通知原文逐段填写放假日期和调休上班日。');
  const { publishes } = notice;
  if (publishes !== null && !notice.daysOff.some(({ to }) => yearOf(to) === publishes))
    report('/publishes', `没有一段放假在 ${publishes} 年。`, '核对年度；只作补充、更正或者地方放假的，不选年度。');
  notice.makeUpDays.forEach((day, i) => {
    if (notice.daysOff.some(({ from, to }) => from <= day && day <= to))
      report(`/makeUpDays/${i}`, `${day} 既放假又上班。`, '核对通知原文，删去其中一处。');
  });
  return issues;
}

/** Longer than any break ever arranged (10 days in 2020); above it a wrong month or year was typed. */
const LONGEST_BREAK = 15;

function isMondayToFriday(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday >= 1 && weekday <= 5;
}

function versionOf(
  notices: readonly HolidayNotice[],
  published: ReadonlySet<number>,
  settings: StatuteSettings,
): string {
  const content = notices.map(({ daysOff, makeUpDays, publishes }) => ({ daysOff, makeUpDays, publishes }));
  const digest = createHash('sha256')
    .update(JSON.stringify([content, settings]))
    .digest('hex')
    .slice(0, 8);
  const years = [...published].sort((a, b) => a - b);
  return `${years.length === 0 ? '未录入年度安排' : `${years[0]}—${years.at(-1)}年`}·${notices.length}份通知·${digest}`;
}
