/** 公文版式 in the units of Word: twentieths of a point, and half points for the size of letters. */
import { LineRuleType } from 'docx';
import { CHARACTERS, MARGIN_MM, PAGE_MM, PITCH_PT, SIZE_PT, TEXT_PT } from '../official-layout.ts';

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
export const PAGE = { width: twips(PAGE_MM.width), height: twips(PAGE_MM.height) };
export const MARGIN = {
  top: twips(MARGIN_MM.top),
  bottom: twips(MARGIN_MM.bottom),
  left: twips(MARGIN_MM.left),
  right: twips(MARGIN_MM.right),
  footer: twips(MARGIN_MM.bottom - 7 - 5),
};
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const PITCH = Math.floor(PITCH_PT * 20);

export const SIZE = {
  title: SIZE_PT.title * 2,
  body: SIZE_PT.body * 2,
  foot: SIZE_PT.foot * 2,
  table: SIZE_PT.table * 2,
  list: SIZE_PT.list * 2,
} as const;
/** The width of a character of the body. */
export const EM = SIZE.body * 10;
export const BODY_LINE = { line: PITCH, lineRule: LineRuleType.EXACT } as const;
/** A line for larger letters; the issuer's stand close above the rule, as they do in the PDF. */
export const lineOf = (points: number, by = 1.4) =>
  ({ line: Math.round(points * by * 20), lineRule: LineRuleType.EXACT }) as const;
/**
 * Room above and below a title: Word's exact line is taller than the letters in it, the PDF counts from the letters themselves. Half of what a
 * title's line has too much is taken back on either side, so that both hold the same lines on a page.
 */
export const roomBy = (lines: number) => lines * PITCH - Math.round(SIZE_PT.title * 0.7 * 20);
/** 28 characters of the third size are a little wider than the text: the standard prints them closer. */
export const CLOSER = Math.floor((TEXT_PT.width / CHARACTERS - SIZE_PT.body) * 20);

const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });
export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  part: font('黑体'),
  within: font('楷体_GB2312'),
  table: font('宋体'),
};
