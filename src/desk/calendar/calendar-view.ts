/** 工作日历和口径的视图. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { MovedDueDay } from '../../requests/store/due-days.ts';
import { addDays, type CivilDate, civilFromParts, yearOf } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES, type HolidayNotice } from '../../statute/holiday-notices.ts';
import {
  DEFAULT_SETTINGS,
  isRange,
  SETTING_RULES,
  type SettingName,
  type SettingRule,
} from '../../statute/settings.ts';
import { type EnteredNotice, listNotices, listSettingChanges, settingsOf } from '../../statute/store.ts';
import type { CalendarView, NoticeView, SettingsView, SettingView, VerbView } from '../contract.ts';
import { type Officer, termsOf } from '../reach.ts';
import { CALENDAR_ROLES, permitCalendar, rootsOf } from './calendar-stairs.ts';

/** @param moved after a change: the applications that are due another day than before */
export async function calendarView(
  house: House,
  officer: Officer,
  year: number,
  moved: readonly MovedDueDay[] | null = null,
): Promise<CalendarView> {
  const calendar = house.calendar();
  const days = daysOfYear(year);
  const entered = (await listNotices(house.db)).filter((notice) => speaksOf(notice, year));
  const names = await namesOfOfficers(house.db, entered.flatMap(whoTouched));
  return {
    year,
    version: calendar.version,
    published: calendar.publishedYears.has(year),
    daysOff: days.flatMap((on) => {
      const name = calendar.holidayName(on);
      return name === undefined ? [] : [{ on, name }];
    }),
    makeUpDays: days.filter(calendar.isMakeUpDay),
    workdays: days.filter(calendar.isWorkday).length,
    notices: [
      ...entered.filter(({ withdrawn }) => !withdrawn).map((notice) => enteredView(notice, names)),
      ...HOLIDAY_NOTICES.filter((notice) => speaksOf(notice, year)).map((notice) => noticeView(notice)),
      ...entered.filter(({ withdrawn }) => withdrawn).map((notice) => enteredView(notice, names)),
    ],
    change: await mayChange(house, officer, '录入、撤回放假安排'),
    moved: moved?.map(({ number, from, to }) => ({ number, from, to })) ?? null,
  };
}

export async function settingsView(
  house: House,
  officer: Officer,
  moved: readonly MovedDueDay[] | null = null,
): Promise<SettingsView> {
  const [inForce, changes] = await Promise.all([settingsOf(house.db), listSettingChanges(house.db)]);
  const names = await namesOfOfficers(
    house.db,
    changes.map(({ by }) => by),
  );
  return {
    settings: (Object.keys(SETTING_RULES) as SettingName[]).map((name) => settingView(name, inForce[name])),
    changes: changes.map(({ name, value, why, by, at }) => ({
      term: SETTING_RULES[name].term,
      to: answerIn(SETTING_RULES[name], value),
      why,
      by: names.get(by) ?? '系统',
      at: at.toISOString(),
    })),
    change: await mayChange(house, officer, '修改口径'),
    moved: moved?.map(({ number, from, to }) => ({ number, from, to })) ?? null,
  };
}

function settingView(name: SettingName, value: string | number): SettingView {
  const { term, basis, note, choices } = SETTING_RULES[name];
  const shown = { name, term, basis, note, value, usual: DEFAULT_SETTINGS[name] };
  return isRange(choices)
    ? { ...shown, choices: [], range: choices }
    : { ...shown, choices: Object.entries(choices).map(([one, words]) => ({ name: one, term: words })), range: null };
}

function answerIn({ choices }: SettingRule, value: string | number): string {
  return isRange(choices) ? `${value} ${choices.unit}` : (choices[String(value)] ?? String(value));
}

async function mayChange({ db }: House, officer: Officer, term: string): Promise<VerbView> {
  const permission = permitCalendar(officer, await rootsOf(db));
  return {
    verb: 'changeCalendar',
    term,
    basis: '《全国年节及纪念日放假办法》',
    allowed: permission.allowed,
    why: permission.allowed ? null : permission.refusal.says,
    causes: '全县在办申请的期限立即重算。已经答复的不变。记入留痕。',
    roles: termsOf(CALENDAR_ROLES),
  };
}

function speaksOf({ publishes, daysOff, makeUpDays }: HolidayNotice, year: number): boolean {
  const days = [...daysOff.flatMap(({ from, to }) => [from, to]), ...makeUpDays];
  return publishes === year || days.some((day) => yearOf(day) === year);
}

function noticeView({ title, number, link, publishes, daysOff, makeUpDays }: HolidayNotice): NoticeView {
  return { id: null, title, number, link, publishes, daysOff, makeUpDays, entered: null, withdrawn: null };
}

function enteredView(notice: EnteredNotice, names: ReadonlyMap<string, string>): NoticeView {
  const { id, enteredAt, enteredBy, withdrawn } = notice;
  const whoAndWhen = (by: string, at: Date) => ({ by: names.get(by) ?? '系统', at: at.toISOString() });
  return {
    ...noticeView(notice),
    id,
    entered: whoAndWhen(enteredBy, enteredAt),
    withdrawn: withdrawn && { ...whoAndWhen(withdrawn.by, withdrawn.at), why: withdrawn.why },
  };
}

function whoTouched({ enteredBy, withdrawn }: EnteredNotice): string[] {
  return withdrawn ? [enteredBy, withdrawn.by] : [enteredBy];
}

function daysOfYear(year: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = civilFromParts(year, 1, 1); yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
}
