/**
 * 表单凭证 [PRT-1]: a form that changes something carries proof that this site gave it out, not longer than two hours ago. It needs no
 * cookie and says nothing about the person. That what it brings is kept once is seen to where it is kept.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const TOKEN_FIELD = 'token';

export interface FormTokens {
  give(form: string): string;
  /** Whether this site gave the token out for the form, not too long ago. */
  isGenuine(form: string, token: string): boolean;
}

const VALID_MS = 2 * 3_600_000;

export function formTokens(secret: string, now: () => Date): FormTokens {
  const sign = (form: string, stamp: string) =>
    createHmac('sha256', secret).update(`${form} ${stamp}`).digest('base64url');
  const isGenuine = (form: string, token: string) => {
    const [time = '', nonce = '', signature = ''] = token.split('.');
    const expected = Buffer.from(sign(form, `${time}.${nonce}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const age = now().getTime() - Number.parseInt(time, 36);
    return age >= 0 && age <= VALID_MS;
  };
  return {
    isGenuine,
    give(form) {
      const stamp = `${now().getTime().toString(36)}.${randomBytes(9).toString('base64url')}`;
      return `${stamp}.${sign(form, stamp)}`;
    },
  };
}
