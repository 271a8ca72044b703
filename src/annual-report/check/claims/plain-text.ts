/**
 * 正文的规整: the narrative as one reads it, without the traces of typesetting: full-width digits and punctuation made plain,
 * no blanks inside words, no thousands separators; and without what stands in 《》, which names a document and claims nothing.
 */
const FULL_WIDTH = /[\uff05\uff08\uff09\uff0c\uff0e\uff10-\uff19\uff1a\uff1b\uff21-\uff3a\uff41-\uff5a]/g;

export function plainText(text: string): string {
  return text
    .replace(FULL_WIDTH, (ch) => String.fromCharCode(ch.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)\s+(?=\d)/g, '\u0001')
    .replace(/\s+/g, '')
    .replaceAll('\u0001', ' ')
    .replace(/(?<!\d)(\d{1,3}(?:,\d{3})+)(?![\d.]*,?\d)/g, (number) => number.replaceAll(',', ''))
    .replace(/《[^》]*》|〈[^〉]*〉/g, '《》');
}
