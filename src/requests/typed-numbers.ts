/**
 * 号码写得对不对 [REQ-132]: what can be seen of a number without asking anybody. A certificate that says it is a 居民身份证 has eighteen characters and the
 * right check digit (GB 11643—1999); every other certificate is free. Told at the field, so that a slip does not stay in the sealed file for good.
 */
import { isIdentityNumber } from '../review/number-forms.ts';

const IDENTITY_CARD = /^(?:中华人民共和国)?(?:居民)?身份证(?:号码|号)?:?([0-9A-Z]*)/;

/** @returns what is wrong with the number of an identity card; undefined where it is right, or another certificate */
export function wrongIdentity(identity: string): string | undefined {
  const number = IDENTITY_CARD.exec(plain(identity))?.[1];
  if (number === undefined) return undefined;
  if (number.length !== 18) return '居民身份证号码应当是18位。';
  return isIdentityNumber(number) ? undefined : '居民身份证号码有误。';
}

/** Figures, spaces and the marks that part them; seven figures at least, as of a local number. */
export function isTelephone(phone: string): boolean {
  const folded = phone.normalize('NFKC').trim();
  return /^[\d +()-]+$/.test(folded) && folded.replace(/\D/g, '').length >= 7;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
