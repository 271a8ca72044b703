/**
 * 个人信息 [REV-10] (《条例》第十五条；《个人信息保护法》第二十八条): numbers and addresses of people in what is to leave. A number counts as one only when its
 * check digit, date or issuer holds, so that document numbers and amounts are left in peace. What is found is never quoted whole.
 */
import { art } from '../statute/articles.ts';
import type { Severity } from '../statute/issue.ts';
import { excerpt, type Finding, findingOf } from './finding.ts';
import { type FoldedText, foldText, type Stretch, stretchOf } from './folded-text.ts';

interface Kind {
  readonly term: string;
  readonly severity: Severity;
  /** Digits may be parted by spaces, dashes and dots; the text is folded before (`folded-text.ts`). */
  readonly form: RegExp;
  /** Whether what has the form is one; all of them when absent. @param compact without spaces and hyphens */
  readonly holds?: (compact: string) => boolean;
  readonly advice: string;
}

const PART = '[ .·\\-]{0,2}';
const digits = (n: number) => `(?:\\d${PART}){${n}}`;

/** In the order they are looked for: what one has taken is not looked at by the next. */
export const PERSONAL_INFORMATION: readonly Kind[] = [
  {
    term: '居民身份证号码',
    severity: 'error',
    form: new RegExp(`(?<!\\d)[1-9]${PART}${digits(16)}[\\dXx](?!\\d)`, 'g'),
    holds: isIdentityNumber,
    advice: '请删除，或者只留前三位和后两位，中间用星号代替。',
  },
  {
    term: '银行卡号',
    severity: 'error',
    form: new RegExp(`(?<!\\d)[3-6]${PART}${digits(14)}\\d(?:${PART}\\d){0,3}(?!\\d)`, 'g'),
    holds: isBankCard,
    advice: '请删除；确需公布补贴发放账户的，只留后四位。',
  },
  {
    term: '手机号码',
    severity: 'warning',
    form: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    advice: '个人的请删除或者隐去中间四位；单位公布的联系电话，确认后可以保留。',
  },
  {
    term: '机动车号牌',
    severity: 'warning',
    form: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z0-9]*\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g,
    advice: '个人车辆的请隐去后三位；公务车辆确认后可以保留。',
  },
  {
    term: '详细住址',
    severity: 'warning',
    form: /\d{1,4}(?:号楼|幢|栋|座)(?:[一二三四五六七八九十\d]{1,3}单元)?\d{1,5}[室号]|\d{1,3}单元\d{2,5}[室号]?/g,
    advice: '个人住址请写到小区、村或者社区为止；单位地址确认后可以保留。',
  },
];

/** @param text plain words, a line for each block; @param where of the finding: the field they stand in */
export function personalInformation(text: string, where: string): Finding[] {
  return findsIn(foldText(text)).map(({ kind: { term, severity, advice }, compact, rest, from, to }) => {
    const says = `有${term}：“${masked(rest, from, to)}”。`;
    return findingOf({ code: 'REV-10', severity, where, says, basis: art(15), advice }, compact);
  });
}

/** Where in the text they stand, for what is shown without them. @param kinds by their terms */
export function personalStretches(text: string, kinds: readonly string[]): Stretch[] {
  if (!/\p{N}/u.test(text)) return [];
  const folded = foldText(text);
  const wanted = PERSONAL_INFORMATION.filter(({ term }) => kinds.includes(term));
  return findsIn(folded, wanted).map(({ from, to }) => stretchOf(folded, from, to));
}

interface Find {
  readonly kind: Kind;
  readonly compact: string;
  /** The folded text, with what was found before hidden. */
  readonly rest: string;
  readonly from: number;
  readonly to: number;
}

function findsIn({ letters: all }: FoldedText, kinds = PERSONAL_INFORMATION): Find[] {
  let rest = all;
  return kinds.flatMap((kind) => {
    const found: Find[] = [];
    for (const { 0: letters, index } of rest.matchAll(kind.form)) {
      const compact = letters.replace(/[ .·-]/g, '').toUpperCase();
      if (kind.holds && !kind.holds(compact)) continue;
      const to = index + letters.length;
      found.push({ kind, compact, rest, from: index, to });
      rest = rest.slice(0, index) + '*'.repeat(letters.length) + rest.slice(to);
    }
    return found;
  });
}

/** The surroundings with the middle of the find hidden. */
function masked(text: string, start: number, end: number): string {
  const found = text.slice(start, end);
  const kept = Math.max(1, Math.floor(found.length / 5));
  const hidden = found.slice(0, kept) + '*'.repeat(found.length - 2 * kept) + found.slice(-kept);
  return excerpt(text.slice(0, start) + hidden + text.slice(end), start, end);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码 (GB 11643—1999): place, a day that exists, serial, check digit by ISO 7064 MOD 11-2. */
export function isIdentityNumber(compact: string): boolean {
  const parts = /^\d{6}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(compact);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(compact[i]), 0);
  return '10X98765432'[sum % 11] === compact[17];
}

/** Numbers of cards that are given out here, by their beginning and their length. */
export function isBankCard(compact: string): boolean {
  return /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14})$/.test(compact) && passesLuhn(compact);
}

/** ISO/IEC 7812-1. */
function passesLuhn(compact: string): boolean {
  const sum = [...compact].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
