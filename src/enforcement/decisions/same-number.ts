/**
 * 同一文书号 [ENF-11, ENF-14]: what a number is known by, whoever typed it. Brackets of the year, widths, spaces, what cannot be seen, and 第 before the last
 * figures make no other number. As rows have it since `0161-same-numbers.sql`, which says the same to the database.
 */
import { foldText } from '../../review/folded-text.ts';

export function sameNumber(number: string): string {
  return foldText(number)
    .letters.replace(/\s/g, '')
    .replace(/[[【(〔{<〈《「﹝](\d{4})[\]】)〕}>〉》」﹞]/, '〔$1〕')
    .replace(/第(?=\d+号)/, '')
    .toUpperCase();
}
