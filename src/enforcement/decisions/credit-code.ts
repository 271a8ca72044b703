/** 统一社会信用代码 (GB 32100-2015): 17 letters or figures and a check letter; the letters I, O, S, V, Z do not occur. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  return organisationLetterOf(code.slice(8, 16)) === code[16] && checkLetterOf(code.slice(0, 17)) === code[17];
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 组织机构代码 (GB 11714—1997), the ninth to the seventeenth of the code: its own check letter. Letters count from A = 10. */
function organisationLetterOf(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((whole, weight, i) => whole + weight * Number.parseInt(eight[i]!, 36), 0);
  return '0123456789X0'[11 - (sum % 11)]!;
}

/** A code that is made up, of its first sixteen. */
export function creditCodeFrom(sixteen: string): string {
  const seventeen = sixteen + organisationLetterOf(sixteen.slice(8));
  return seventeen + checkLetterOf(seventeen);
}

/** The check letter of the first seventeen. */
function checkLetterOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((whole, weight, i) => whole + weight * ALPHABET.indexOf(seventeen[i]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
