/** 统一社会信用代码 (GB 32100-2015): 17 letters or figures and a check letter; the letters I, O, S, V, Z do not occur. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((whole, weight, i) => whole + weight * ALPHABET.indexOf(code[i]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** The check letter of the first seventeen, for codes that are made up. */
export function checkLetterOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((whole, weight, i) => whole + weight * ALPHABET.indexOf(seventeen[i]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
