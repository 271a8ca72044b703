/**
 * 检索用字形归一: full width and half width, upper and lower case, 繁体 and 简体 become one, character for character, so that a place in
 * the folded text is the same place in the text people read.
 */
import { Converter } from 'opencc-js/t2cn';

const FULL_WIDTH = 0xfee0;
const simplified = new Map<string, string>();
let convert: ((text: string) => string) | undefined;

/** The same text, of the same length, in the form in which it is compared. */
export function fold(text: string): string {
  let folded = '';
  for (const unit of text.split('')) folded += foldUnit(unit);
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
  let known = simplified.get(character);
  if (known === undefined) {
    convert ??= Converter({ from: 't', to: 'cn' });
    const converted = convert(character);
    known = converted.length === 1 ? converted : character;
    simplified.set(character, known);
  }
  return known;
}
