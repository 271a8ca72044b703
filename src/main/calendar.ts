/** `gongkai calendar show`: the working calendar of a year and the notices it comes from. */
import { breaksBetween, makeUpDaysBetween } from '../statute/breaks.ts';
import { type CivilDate, civilFromParts, weekdayOf } from '../statute/civil-date.ts';
import { knowsAlmanac } from '../statute/statutory-days.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { workdaysBetween } from '../statute/workdays.ts';
import { type Command, unknownOption } from './command.ts';

const usage = `用法：gongkai calendar show 年份 [--json]

查看某年的工作日历：依据的国务院办公厅通知、放假区间、调休上班日、全年工作日数。
还没有公布安排的年份标“暂估”，只剔除周末和法定节日。年份从 2019 至 2099 年。
退出码：0 已显示；2 用法不对。

例：gongkai calendar show 2026`;

const FIRST_YEAR = 2019;
/** Nothing is known of a later year but its weekends and the holidays of the solar calendar. */
const LAST_YEAR = 2099;

export const calendar: Command = {
  usage,
  run: async (args, io) => {
    const json = args.includes('--json');
    const [verb, given = '', ...rest] = args.filter((arg) => arg !== '--json');
    const year = /^\d{4}$/.test(given) ? Number(given) : 0;
    const wrong = unknownOption(args, ['--json']);
    if (wrong || verb !== 'show' || rest.length > 0 || year < FIRST_YEAR || year > LAST_YEAR) {
      const says = `请写明年份，例如 gongkai calendar show 2026；年份从 ${FIRST_YEAR} 至 ${LAST_YEAR} 年。`;
      io.err(`${wrong ?? ''}${says}\n\n${usage}`);
      return 2;
    }
    const view = viewOf(year);
    io.out(json ? JSON.stringify(view, null, 2) : print(view));
    return 0;
  },
};

function viewOf(year: number) {
  const [first, last] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const workdays = workdaysBetween(first, last, builtInCalendar) + Number(builtInCalendar.isWorkday(first));
  return {
    year,
    provisional: builtInCalendar.provisional(first),
    version: builtInCalendar.version,
    notices: builtInCalendar.notices
      .filter(
        ({ daysOff, publishes }) => publishes === year || daysOff.some(({ from, to }) => from <= last && to >= first),
      )
      .map(({ title, number, link }) => ({ title, number, link })),
    holidays: breaksBetween(first, last, builtInCalendar),
    makeUpDays: makeUpDaysBetween(first, last, builtInCalendar),
    workdays,
  };
}

function print({ year, provisional, notices, holidays, makeUpDays, workdays }: ReturnType<typeof viewOf>): string {
  const sources = notices.map(({ title, number, link }) => `  ${title}（${number}）\n    ${link}`);
  const breaks = holidays.map(({ name, from, to }) => {
    const span = from === to ? withWeekday(from) : `${withWeekday(from)} — ${withWeekday(to)}`;
    return `  ${name}：${span}`;
  });
  return [
    `${year} 年工作日历${provisional ? `（暂估：放假安排尚未公布，只剔除周末和${estimated(year)}）` : ''}`,
    '',
    '依据',
    ...(sources.length > 0 && !provisional ? sources : ['  《全国年节及纪念日放假办法》；通知公布后须录入']),
    '',
    '放假',
    ...breaks,
    '',
    '调休上班',
    makeUpDays.length > 0 ? `  ${makeUpDays.map(withWeekday).join('、')}` : provisional ? '  未知' : '  无',
    '',
    `全年工作日 ${workdays} 个`,
  ].join('\n');
}

function estimated(year: number): string {
  return knowsAlmanac(year) ? '法定节日' : '元旦、劳动节、国庆节；农历节日和清明的日期还没有录入';
}

function withWeekday(date: CivilDate): string {
  return `${date}（${'日一二三四五六'[weekdayOf(date)]}）`;
}
