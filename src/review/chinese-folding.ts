/**
 * 检索用字形归一: full width and half width, upper and lower case, 繁体 and 简体 become one, character for character, so that a place in
 * the folded text is the same place in the text people read.
 */
import { Converter } from 'opencc-js/t2cn';

const FULL_WIDTH = 0xfee0;
let convert: ((text: string) => string) | undefined;

/** What each code unit becomes; 0 where nobody asked yet. */
const FOLDED = new Uint16Array(0x10000);
const UNITS_AT_ONCE = 8_192;

/** The same text, of the same length, in the form in which it is compared. */
export function fold(text: string): string {
  let folded = '';
  for (let from = 0; from < text.length; from += UNITS_AT_ONCE) {
    const units = new Uint16Array(Math.min(UNITS_AT_ONCE, text.length - from));
    for (let i = 0; i < units.length; i += 1) {
      const code = text.charCodeAt(from + i);
      FOLDED[code] ||= foldUnit(String.fromCharCode(code)).charCodeAt(0);
      units[i] = FOLDED[code]!;
    }
    folded += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return folded;
}

/** 发文字号 and 索引号 without brackets, spaces and 第: `兴政发[2024]第7号` finds `兴政发〔2024〕7号`. */
export function foldNumber(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}/-]|第/gu, '');
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code <= 0x20 ? ' ' : unit.toLowerCase();
  if (code >= 0x3400 && code <= 0x9fff) return toSimplified(unit);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH).toLowerCase();
  if (code === 0x3000 || code === 0xa0) return ' ';
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** One character at a time: phrases would change the length, and search wants the shape, not the idiom. */
function toSimplified(character: string): string {
  convert ??= Converter({ from: 't', to: 'cn' });
  const converted = convert(character);
  return converted.length === 1 ? converted : character;
}
