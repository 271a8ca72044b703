/**
 * 统计期: whether the words before a number speak of the year of the report. The last expression of time decides: 近三年累计,
 * 自条例施行以来, 2023年, 一季度 count another period than the tables do; 今年以来, 截至12月底 and 1至12月 the same. What is compared with
 * (较2023年, 与上年持平) and what is carried over (2023年结转) is no period of the number.
 */
const HANDED_OVER = '(?!度?的?(?:结转|转结|转入|转来|未办结|遗留|延续))';
const COMPARED = '(?<![与比较同])';

const EXPRESSIONS = {
  // Not the 本年 of a label of the form, which other years' reports have as well.
  thisYear: '(?:全年|今年|本年(?!度办理结果|新收政府信息)|年内|当年|年初)(?:以来)?|1月?[-—–~至到]+12月份?',
  sinceYear: '20\\d\\d年(?:以来|至今)',
  other:
    '(?:近|过去|最近)?[两三四五六七八九十\\d]年来|近[一二两三四五六七八九十几\\d]+年|历年|以来|第?[一二三四1-4]季度|[上下]半年|' +
    '(?<![\\d年]|截至|截止)(?:1[0-2]|[1-9])月份?(?!底|末|\\d{1,2}日)',
  lastYear: `${COMPARED}(?:去年|上年|上一年|往年)${HANDED_OVER}`,
  named: `${COMPARED}20\\d\\d年${HANDED_OVER}`,
};
const PERIOD = new RegExp(
  Object.entries(EXPRESSIONS)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|'),
  'g',
);
/** 结转2025年1件, 2023年结转3件: the year names where applications come from or go to. */
const CARRIED = /结转|转(?:至|入|到)|顺延/;

/** 2022年至2024年分别收到74件、80件、86件 */
const YEAR_BY_YEAR = /20\d\d年?(?:至|到|-|~)20\d\d年[^;。]*分别[^;。]*$/;

/** @param before the words of the passage up to the number */
export function isOtherPeriod(before: string, year: number | null, label: string): boolean {
  if (YEAR_BY_YEAR.test(before)) return true;
  const last = [...before.matchAll(PERIOD)].at(-1)?.groups;
  if (!last || last.thisYear !== undefined) return false;
  if (last.other !== undefined || last.lastYear !== undefined) return true;
  const named = Number.parseInt(last.named ?? last.sinceYear ?? '', 10);
  return year !== null && named !== year && !CARRIED.test(label);
}

/** Whether the words before a number tell of the year before that of the report, and of nothing carried over from it. */
export function isYearBefore(before: string, year: number | null, label: string): boolean {
  const last = [...before.matchAll(PERIOD)].at(-1)?.groups;
  if (!last || YEAR_BY_YEAR.test(before) || CARRIED.test(label)) return false;
  if (last.lastYear === '往年') return false;
  return last.lastYear !== undefined || (year !== null && last.named === `${year - 1}年`);
}
