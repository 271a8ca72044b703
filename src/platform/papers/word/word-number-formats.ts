/** 数码的写法: how Word writes what it counts. */
const DIGITS = [...'零一二三四五六七八九'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'零一二三四五六七八九十百千'].map((digit, i) => [digit, [...'零壹贰叁肆伍陆柒捌玖拾佰仟'][i]!]),
);
/** Beyond, letters and Roman figures are none. */
const MOST = 399;
/** Signs that hold a whole number, from the one for 1. */
const SIGNS: Readonly<Record<string, number>> = { decimalEnclosedParen: 0x2474, decimalEnclosedFullstop: 0x2488 };

export function inFormat(count: number, format: string): string {
  const first = /^decimalEnclosedCircle/.test(format) ? 0x2460 : SIGNS[format];
  if (first !== undefined && count >= 1 && count <= 20) return String.fromCodePoint(first + count - 1);
  if (/^decimalFullWidth/.test(format)) return inFullWidth(count);
  if (/^(?:ideograph|taiwanese|japanese)Digital/.test(format))
    return [...String(count)].map((digit) => (digit === '0' ? '〇' : DIGITS[Number(digit)])).join('');
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  if (format === 'ideographTraditional' && count <= STEMS.length) return STEMS[count - 1] ?? '';
  if (format === 'ideographZodiac' && count <= BRANCHES.length) return BRANCHES[count - 1] ?? '';
  if (/legal/i.test(format))
    return inChinese(count).replace(/[零一二三四五六七八九十百千]/g, (digit) => CAPITALS[digit]!);
  if (/chinese|taiwanese|japaneseCounting/i.test(format)) return inChinese(count);
  if (count < 1 || count > MOST) return String(count);
  if (format === 'lowerLetter') return String.fromCodePoint(97 + ((count - 1) % 26));
  if (format === 'upperLetter') return String.fromCodePoint(65 + ((count - 1) % 26));
  if (format === 'lowerRoman') return inRoman(count).toLowerCase();
  if (format === 'upperRoman') return inRoman(count);
  return String(count);
}

function inFullWidth(count: number): string {
  return [...String(count)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

const PLACES = ['', '十', '百', '千'];

/** 一 to 九千九百九十九; beyond, figure by figure. */
function inChinese(count: number): string {
  const figures = [...String(count)].map(Number);
  if (figures.length > PLACES.length) return figures.map((figure) => DIGITS[figure]).join('');
  const said = figures.map((figure, n) => (figure === 0 ? '零' : DIGITS[figure]! + PLACES[figures.length - 1 - n]!));
  const words = said
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '');
  return count < 20 ? words.replace(/^一十/, '十') : words;
}

const ROMAN = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function inRoman(count: number): string {
  let [left, roman] = [count, ''];
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) roman += letters;
  return roman;
}
