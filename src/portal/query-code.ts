/** 查询码: what only the applicant has. Twelve characters nobody confuses (no 0 O 1 I L), some 58 bits: not to be guessed. */
import { randomInt } from 'node:crypto';

/** Names the column for the digest under which a code is kept (`KeyRing.digest`). */
export const CODE_PURPOSE = 'request-code' as const;

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export function newQueryCode(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((group) => group.join('')).join('-');
}

/** As people type it: small letters, spaces, no hyphens, full-width characters. */
export function asQueryCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}
