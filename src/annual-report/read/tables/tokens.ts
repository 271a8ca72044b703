/**
 * 字和数: a line of a table in plain text, taken apart into words and figures. The number before a label (2.其他法律…) belongs to
 * the label even where the figures of the row before are glued to it.
 */

import { chineseNumber, type FigureUnit, UNNAMED } from './figure-text.ts';
import { fold } from './fold.ts';

export type Token =
  | { readonly kind: 'words'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly at: number;
      readonly unit: FigureUnit;
      /** With its unit, where that is not its text. */
      readonly printed?: string;
    }
  /** A mark for no figure: `/`, `-`. */
  | { readonly kind: 'blank'; readonly at: number };

/** What a reader of files puts in the place of a figure it cannot tell, as folded. */
const UNREADABLE_FIGURE = '?';
const BESIDE_A_FIGURE = new RegExp(`(?<=\\d)${UNNAMED.source}+|${UNNAMED.source}+(?=\\d)`, 'g');
const HAN = '\\u3400-\\u9fff';
/** Not printable, so no text holds it: stands before a digit that numbers a label. */
const MARK = '\u0001';
const NUMBERED = new RegExp(`(\\d)(?=[.、:]\\s*["“”'‘’]?[${HAN}])`, 'g');
const UNDOTTED =
  /(?:1(?=\s?(?:属于国家|本机关不|信访举报|申请人无))|2(?=\s?(?:其他法律|没有现成|重复申请|申请人逾))|3(?=\s?(?:危及["“”]?三|补正后申|要求提供|其他(?!处理)))|4(?=\s?(?:保护第三|无正当理))|5(?=\s?(?:属于三类|要求行政))|6(?=\s?属于四类)|7(?=\s?属于行政执)|8(?=\s?属于行政查))/g;
const NOTE = new RegExp(`\\((?=[^()]*\\d)(?=[^()]*[${HAN}])[^()]*\\)`, 'g');
const FOOTNOTES = /(?<=\d)(?:\^\d{1,2}|\[\^\w{1,8}\])/g;
const TOKEN = new RegExp(
  [
    `${MARK}\\d[.、:]?\\s*[^\\d\\s|${MARK}]+`,
    `(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)(?:\\s?(万元|元|件|项|个|条|份|宗|起|(人|名|户|家|天|页|%))(?![${HAN}]))?`,
    `[^\\d\\s|${MARK}]+`,
  ].join('|'),
  'g',
);

/** The text without notes like （其中修订16件）, which are beside the figures. */
export function withoutNotes(text: string): string {
  return fold(text).replace(FOOTNOTES, '').replace(NOTE, ' ');
}

export function tokensOf(line: string): Token[] {
  const text = withoutNotes(UNNAMED.test(line) ? line.replace(BESIDE_A_FIGURE, UNREADABLE_FIGURE) : line)
    .replace(/\n/g, ' ')
    .replace(new RegExp(`\\((\\d)\\)(?=\\s*[${HAN}])`, 'g'), '$1.')
    .replace(/(?<![A-Za-z])[Oo](?=[\dOo\s]|$)(?![A-Za-z])/g, '0')
    .replace(NUMBERED, `${MARK}$1`)
    .replace(UNDOTTED, (digit, at: number, whole: string) => (whole[at - 1] === MARK ? digit : `${MARK}${digit}.`));
  return [...text.matchAll(TOKEN)].map((match): Token => {
    const at = match.index;
    if (match[1] !== undefined) {
      const unit = match[2] === '万元' ? 'wan' : match[2] === '元' ? 'yuan' : match[3] ? 'other' : null;
      // 5-0-0: a line between two figures, and no sign.
      const figure = /^-/.test(match[1]) && /[^\s|]/.test(text[at - 1] ?? '') ? UNREADABLE_FIGURE : match[1];
      return { kind: 'number', text: figure.replace(/,/g, ''), at, unit, printed: match[0] };
    }
    const words = match[0].replace(MARK, '');
    // Stands for a figure that cannot be told: a number that is none.
    if (words === UNREADABLE_FIGURE) return { kind: 'number', text: words, at, unit: null };
    if (/^[零〇]$/.test(words)) return { kind: 'number', text: '0', at, unit: null };
    return /^(?:[/\\]|-{1,4})$/.test(words) ? { kind: 'blank', at } : { kind: 'words', text: words, at };
  });
}

/** The same line where figures are written in Chinese numerals: a word that is nothing but a numeral is a number. */
export function withChineseNumerals(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'words') return token;
    const value = chineseNumber(token.text);
    return value === null ? token : { kind: 'number', text: String(value), at: token.at, unit: null };
  });
}
