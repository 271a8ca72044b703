/** 标题：单位和年度. The title names both; where it is missing or cut, the introduction and the period of the figures do. */
import type { Piece } from './source/piece.ts';
import { textOf } from './source/piece.ts';
import { fold } from './tables/fold.ts';

export interface Title {
  readonly unit: string | null;
  readonly year: number | null;
}

const YEAR = '(20\\d{2}|二[零0O][一二三四五六七八九零0O]{2})';
const SUBJECT = '(?:政府信息与?政务公开|政府(?:信息|资讯)公开|政务公开|(?:信息|资讯)公开)';
const REPORT = '(?:工作)?(?:情况)?(?:的)?(?:年度报告|年报|年度工作报告|工作报告|报告)';
const UNIT = '([\u3400-\u9fffA-Za-z()]{2,40}?)';
const TITLES: readonly { readonly form: RegExp; readonly unit: number; readonly year: number }[] = [
  { form: new RegExp(`${UNIT}(?:关于)?${YEAR}年度?${SUBJECT}${REPORT}`), unit: 1, year: 2 },
  { form: new RegExp(`${YEAR}年度?${UNIT}(?:的)?${SUBJECT}${REPORT}`), unit: 2, year: 1 },
  { form: new RegExp(`^${UNIT}${SUBJECT}${REPORT}\\(?${YEAR}`), unit: 1, year: 2 },
  { form: new RegExp(`^${UNIT}${SUBJECT}${REPORT}`), unit: 1, year: 0 },
];
const LOOK_AT = 80;
const LONGEST_TITLE = 120;

export function titleOf(pieces: readonly Piece[], fileName?: string): Title {
  const printed = pieces.map((piece) => textOf(piece).replace(/\s/g, '')).filter((text) => squeezed(text) !== '');
  const lines = printed.map(squeezed);
  const all = lines.join('');
  const period = yearOfPeriod(all);
  const named = fromTitle(lines.slice(0, LOOK_AT), printed, period) ?? { unit: null, year: null };
  return {
    unit: named.unit ?? unitOfIntroduction(all),
    year: named.year ?? period ?? mostFrequentYear(all) ?? yearIn(fileName ?? ''),
  };
}

function squeezed(text: string): string {
  return fold(text).replace(/\s/g, '').replace(/[〇○]/g, '零').replace(/^#+/, '');
}

/** The first title; titles of other reports may be listed before it, so the first of the year whose figures are told goes before. */
function fromTitle(lines: readonly string[], printed: readonly string[], period: number | null): Title | null {
  let first: Title | null = null;
  let partial: Title | null = null;
  for (let at = 0; at < lines.length; at++) {
    for (const length of [1, 2, 3]) {
      const text = lines.slice(at, at + length).join('');
      const run = text.length > LONGEST_TITLE;
      if (run && length > 1) break;
      const title = run ? openingOf(text) : (wholeTitle(printed.slice(at, at + length).join('')) ?? parse(text));
      if (title?.year && (period === null || title.year === period)) return title;
      if (title?.year) first ??= title;
      partial ??= title;
    }
  }
  return first ?? partial;
}

/** The title of the form and nothing besides: the name is kept as it is printed, with its quotes, figures and brackets. */
const WHOLE = /^([^。；：:|>]{2,60}?)(?:关于)?(20\d{2})年度?政府信息公开工作年度报告$/;

function wholeTitle(text: string): Title | null {
  const [, unit, year] = WHOLE.exec(text) ?? [];
  const bare = unit === undefined ? '' : fold(unit);
  return unit !== undefined && !/报告|20\d\d年/.test(bare) && cleaned(bare) === bare
    ? { unit, year: Number(year) }
    : null;
}

function parse(text: string): Title | null {
  for (const { form, unit, year } of TITLES) {
    const match = form.exec(text);
    const name = match && cleaned(match[unit]!);
    if (match && name) return { unit: name, year: year === 0 ? yearIn(text) : yearIn(match[year]!) };
  }
  return null;
}

/** A report printed as one line begins with its title. */
function openingOf(text: string): Title | null {
  const opening = text.slice(0, LONGEST_TITLE);
  const { unit, year } = TITLES[0]!;
  const match = new RegExp(`^${TITLES[0]!.form.source}`).exec(opening);
  const name = match && cleaned(match[unit]!);
  return match && name ? { unit: name, year: yearIn(match[year]!) } : null;
}

/** The name without the words a page puts before it. */
function cleaned(name: string): string | null {
  const bare = name
    .replace(
      /^.*(?:标题|名称|题名|当前位置|首页|年报|公布|发布|如下|根据|正文|现将|指南|目录|星期[一二三四五六日])/,
      '',
    )
    .replace(/^[()]+/, '')
    .replace(/(?:关于|编制的|的)$/, '')
    .replace(/^(?:年度?|度)/, '');
  return bare.length >= 2 && /[\u3400-\u9fff]/.test(bare) ? bare : null;
}

function unitOfIntroduction(text: string): string | null {
  const by =
    /本(?:年度)?报告由([\u3400-\u9fff]{3,30}?)(?:根据|按照|依据|编制)/.exec(text) ??
    /请(?:与|联系)([\u3400-\u9fff]{3,30}?)联系/.exec(text);
  const name = by?.[1]?.replace(/(?<=人民政府|办事处|[局委厅])办公室$/, '');
  // 请与本机关联系 names nobody.
  return name === undefined || /^[本我该]/.test(name) ? null : name;
}

function yearOfPeriod(text: string): number | null {
  const period = new RegExp(`${YEAR}年1月1日.{0,6}?(?:至|到|-|~).{0,8}?12月31日`).exec(text);
  return period ? yearIn(period[1]!) : null;
}

function mostFrequentYear(text: string): number | null {
  const counts = new Map<string, number>();
  for (const [, year] of text.matchAll(/(20\d{2})年/g)) counts.set(year!, (counts.get(year!) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || Number(b[0]) - Number(a[0]));
  return most ? Number(most[0]) : null;
}

function yearIn(text: string): number | null {
  const match = new RegExp(YEAR).exec(text);
  if (!match) return null;
  const digits = [...match[1]!.replace(/[0O]/g, '零')].map((c) =>
    '零一二三四五六七八九'.includes(c) ? '零一二三四五六七八九'.indexOf(c) : c,
  );
  const year = Number(digits.join(''));
  return year >= 2000 && year <= 2099 ? year : null;
}
