/**
 * 单元格里的数: what one cell says. Blank, `/` and `-` say nothing; a note in brackets, a unit and separators of thousands do
 * not change the figure; letter O stands for 0; Chinese numerals are figures where they fill the cell.
 */
import { UNSETTLED } from '../../report.ts';
import { fold } from './fold.ts';

/** `other`: a unit in which nothing of the form is counted. */
export type FigureUnit = 'yuan' | 'wan' | 'other' | null;

export type CellReading =
  | { readonly says: 'figure'; readonly value: number; readonly unit: FigureUnit }
  | { readonly says: 'nothing' }
  /** Digits apart from each other: one figure broken by the layout, or several. */
  | { readonly says: 'pieces'; readonly digits: readonly string[] }
  | { readonly says: 'unclear' };

const NOTHING = /^(?:[/\\／、.。·*-]|--+|无|空|\(空\)|n\/?a|null)?$/i;
const UNIT = /(?:(亿元|万元)|(元)|件次|件|项|个|条|宗|起|份|人次|次|例|万|(人|名|户|家|天|页|%))$/;
const FIGURE = /^-?\d+(?:\.\d+)?$/;
const THOUSANDS = /^-?\d{1,3}(?:[,'][ ]?\d{3})+(?:\.\d+)?$/;
const CHINESE = /^[零〇一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟]+$/;
const CAPITALS = '壹贰叁肆伍陆柒捌玖拾佰仟';
const NUMERALS = '一二三四五六七八九十百千';
/** 四百七 is 470 to some and 407 to none. */
const COLLOQUIAL = /[百千万][一二三四五六七八九]$/;
const MAX_LENGTH = 200;
/** Digits that a page writes in a font of its own are characters for private use: \uf0b7 and its like are points and arrows of symbol fonts. */
export const UNNAMED = /[\ue000-\uefff\uf100-\uf8ff\ufffd]/;
/** Numbers of notes behind a figure: `12^1`, `12[^1]`. */
const FOOTNOTES = /(?<=\d)(?:件|项)?(?:\^[([]?\d{1,2}[)\]]?|\[\^\w{1,8}\])+$/;
/** `12*`, `12※`: see the note below the table. */
const NOTE_SIGN = /(?<=\d)[*※†‡]$/;
/** ① is the number of a note or of a label, ¹ of a note; neither is a count. */
const RAISED_ALONE = /^\s*[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]+\s*$/;

export function readCell(text: string): CellReading {
  if (text.length > MAX_LENGTH || UNNAMED.test(text)) return { says: 'unclear' };
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (NOTHING.test(folded)) return { says: 'nothing' };
  if (RAISED_ALONE.test(text)) return { says: 'unclear' };
  const bare = folded
    .replace(FOOTNOTES, '')
    .replace(/\((万?元)\)$/, '$1')
    .replace(/\([^()]*[^()\d.,\s][^()]*\)/g, '')
    .replace(/^(?:共计?|计)\s*/, '')
    .replace(/。$/, '')
    .replace(NOTE_SIGN, '')
    .replace(/^\((-?[\d,.]+)\)$/, '$1')
    .trim();
  const unit = UNIT.exec(bare);
  const number = asDigits(unit ? bare.slice(0, unit.index).trim() : bare);
  const wan = unit?.[1] === '万元' || unit?.[0] === '万';
  if (unit?.[1] === '亿元' || (unit?.[0] === '万' && number !== null)) return { says: 'unclear' };
  if (number !== null)
    return { says: 'figure', value: number, unit: wan ? 'wan' : unit?.[2] ? 'yuan' : unit?.[3] ? 'other' : null };
  if (/^\d+(?: \d+)+$/.test(bare)) return { says: 'pieces', digits: bare.split(' ') };
  return { says: 'unclear' };
}

/** Stands in the place of a figure and tells none: 是 and 否 of a sheet, what is hidden or struck out in it. */
const NO_FIGURE = new RegExp(`^(?:${UNSETTLED}|是|否|〔隐藏〕|划去：.*)$`);

/** Whether the text stands where a figure stands: a figure, or one of the marks for none. */
export function isFigureText(text: string): boolean {
  const reading = readCell(text);
  return (
    reading.says !== 'unclear' || NO_FIGURE.test(text.replace(/\s/g, '')) || /^[\d\s.,，件元万Oo]+$/.test(fold(text))
  );
}

function asDigits(text: string): number | null {
  const noThousands = THOUSANDS.test(text) ? text.replace(/[,' ]/g, '') : text;
  const zeros = /^-?[\dOo]+(?:\.[\dOo]+)?$/.test(noThousands) ? noThousands.replace(/[Oo]/g, '0') : noThousands;
  if (FIGURE.test(zeros)) return zeros.replace(/\D/g, '').length <= 15 ? Number(zeros) : null;
  return CHINESE.test(text) ? chineseNumber(text) : null;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十三 = 23, 一〇五 = 105, 一万三千七百零四 = 13704. */
export function chineseNumber(text: string): number | null {
  const numeral = text
    .replace(/〇/g, '零')
    .replace(/两/g, '二')
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, (letter) => NUMERALS[CAPITALS.indexOf(letter)]!);
  if (!CHINESE.test(numeral) || COLLOQUIAL.test(numeral)) return null;
  if (/^[零一二三四五六七八九]+$/.test(numeral)) return Number([...numeral].map((c) => DIGITS.indexOf(c)).join(''));
  let [total, section, digit] = [0, 0, 0];
  for (const character of numeral) {
    const unit = UNITS[character];
    if (character === '万') {
      total += (section + digit) * 10_000;
      [section, digit] = [0, 0];
    } else if (unit !== undefined) {
      section += (digit || 1) * unit;
      digit = 0;
    } else {
      // 二三十: two or three tens.
      if (digit > 0) return null;
      digit = DIGITS.indexOf(character);
    }
  }
  return total + section + digit;
}
