/** 号码的样子 [REV-10, ENF-17]: how numbers of people are built, for all who look for them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码 (GB 11643—1999): place, a day that exists, serial, check digit by ISO 7064 MOD 11-2. */
export function isIdentityNumber(compact: string): boolean {
  const parts = /^\d{6}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(compact);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(compact[i]), 0);
  return '10X98765432'[sum % 11] === compact[17];
}

const CHINESE_FIGURES = ['〇零○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];

/** 汉字写的数字: one of them, in an expression. */
export const CHINESE_FIGURE = `[${CHINESE_FIGURES.join('')}]`;

/** 一三〇 → 130; what is no figure stays. */
export function inFigures(written: string): string {
  return [...written].map((letter) => figureOf(letter) ?? letter).join('');
}

function figureOf(letter: string): number | undefined {
  const figure = CHINESE_FIGURES.findIndex((letters) => letters.includes(letter));
  return figure < 0 ? undefined : figure;
}

/** Numbers of cards that are given out here, by their beginning and their length. */
export function isBankCard(compact: string): boolean {
  return /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14})$/.test(compact) && passesLuhn(compact);
}

/** ISO/IEC 7812-1. */
function passesLuhn(compact: string): boolean {
  const sum = [...compact].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Of eighteen figures, right or mistyped, or of the fifteen that were given out before 1999. */
export function isLikeIdentity(figures: string, youngest: number): boolean {
  if (!isPlace(figures)) return false;
  const [, y, m, d] =
    /^\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/.exec(figures) ??
    /^\d{6}(\d\d)(\d\d)(\d\d)\d{3}$/.exec(figures) ??
    [];
  if (y === undefined) return false;
  const [born, month, day] = [y.length === 2 ? 1900 + Number(y) : Number(y), Number(m), Number(d)];
  return born <= youngest && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 省级区划: 11 to 15, 21 to 23 and so on; 999999 stands for places that do not exist. */
function isPlace(figures: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91|9999)/.test(figures);
}
