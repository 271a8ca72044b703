/**
 * 正文的规整: the narrative as one reads it, without the traces of typesetting: full-width digits and punctuation and traditional
 * characters made plain, no blanks inside words, no thousands separators, no full stop of the Latin kind; and without what
 * stands in 《》, which names a document and claims nothing.
 */
import { fold } from '../../../review/chinese-folding.ts';

export function plainText(text: string): string {
  return fold(text)
    .replace(/(?<=\d)\s+(?=\d)/g, '\u0001')
    .replace(/\s+/g, '')
    .replaceAll('\u0001', ' ')
    .replace(/(?<!\d)(\d{1,3}(?:,\d{3})+)(?![\d.]*,?\d)/g, (number) => number.replaceAll(',', ''))
    .replace(/(?<=[\u4e00-\u9fff)”])\.(?=[\u4e00-\u9fff]|$)/g, '。')
    .replace(/《[^》]*》|〈[^〉]*〉/g, '《》');
}
