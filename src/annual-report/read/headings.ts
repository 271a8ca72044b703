/** 部分的标题: the six parts of the form, however a report words and numbers them, and headings in general. */
import { fold, wordsOnly } from './tables/fold.ts';
import { isOnForm, labelsIn } from './tables/labels.ts';

export type Part = 'overall' | 'table2' | 'table3' | 'table4' | 'problems' | 'other';

const NUMBER =
  /^(?:第[一二三四五六七八]部分|[一二三四五六七八九十]{1,2}[、.,:]?|[(][一二三四五六七八九十]{1,2}[)][、.]?|\d{1,2}[、.]|表[一二三四])\s*[:：]?/;
const PARTS: readonly (readonly [Part, RegExp])[] = [
  [
    'table4',
    /^(?:因?政府信息公开(?:工作)?(?:被)?(?:申请|提起)?)?行政复议.{0,6}(?:行政)?诉讼(?:的)?情况(?:表|统计表)?$/,
  ],
  ['table3', /^(?:收到|本年).{0,4}处理.{0,12}申请(?:的)?(?:情况)?(?:表)?$|^依申请公开政府信息情况表$/],
  ['table2', /^(?:行政机关)?主动公开(?:政府)?信息(?:的)?情况(?:表)?$/],
  [
    'problems',
    /^(?:政府信息公开(?:工作)?)?(?:中|工作)?存在(?:的)?.{0,6}(?:问题|不足).{0,12}$|^(?:主要)?问题.{0,4}(?:改进|整改).{0,6}$/,
  ],
  ['other', /^其他(?:需要|需|应当|应)?.{0,4}(?:报告|说明)的?.{0,4}(?:事项|情况)?$/],
  ['overall', /^(?:总体|基本|工作总体)情况$|^概述$/],
];

/** With the number of a part: 3.其他 is a row of Table 3. */
const SHORT_OTHER = /^(?:[三四五六七八][、.,:]|第[三四五六七八]部分)其他(?:事项|情况)?$/;

/** The part of the form a heading opens; null where the text is no heading of a part. */
export function partOpened(text: string): Part | null {
  const squeezed = fold(text)
    .replace(/\s|\*|#/g, '')
    .replace(/^表[一二三四]:?/, '');
  if (squeezed.length < 4 || squeezed.length > 44) return null;
  if (SHORT_OTHER.test(squeezed)) return 'other';
  const bare = squeezed
    .replace(NUMBER, '')
    .replace(/[。:：.]$/, '')
    .replace(/\([^()]*\)$/, '');
  return PARTS.find(([, words]) => words.test(bare))?.[0] ?? null;
}

const TOP = /^(?:[一二三四五六七八九十]{1,2}[、.．]|第[一二三四五六七八]部分)\s*\S/;
const SUB = /^[（(][一二三四五六七八九十]{1,2}[）)]\s*\S/;

/** A heading of its own line, of a part or inside one; labels of Table 3 look alike and are none. */
export function isHeading(text: string): boolean {
  const trimmed = text.trim();
  if (partOpened(trimmed) !== null) return true;
  if (trimmed.length > 40 || /[。；，,;]/.test(trimmed.slice(0, -1))) return false;
  if (!TOP.test(trimmed) && !SUB.test(trimmed)) return false;
  return !isLabel(trimmed);
}

export function isTopHeading(text: string): boolean {
  return TOP.test(text.trim()) && isHeading(text);
}

function isLabel(text: string): boolean {
  return labelsIn(text).length > 0 || isOnForm(wordsOnly(text.replace(NUMBER, '')));
}
