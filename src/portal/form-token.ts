/**
 * 表单凭证 [PRT-1]: a form that changes something carries proof that this site gave it out, not longer than two hours ago, and
 * is good for one submission where something is kept. It needs no cookie and says nothing about the person.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const TOKEN_FIELD = 'token';

export interface FormTokens {
  give(form: string): string;
  /** Whether this site gave the token out for the form, not too long ago. Enough for a form that keeps nothing. */
  isGenuine(form: string, token: string): boolean;
  /** The same, and not used before; uses it up. */
  spend(form: string, token: string): boolean;
}

const VALID_MS = 2 * 3_600_000;
/** Beyond this many within two hours the oldest used tokens are forgotten. */
const REMEMBERED = 10_000;

export function formTokens(secret: string, now: () => Date): FormTokens {
  const used = new Set<string>();
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
    spend(form, token) {
      const [, nonce = ''] = token.split('.');
      if (!isGenuine(form, token) || used.has(nonce)) return false;
      used.add(nonce);
      if (used.size > REMEMBERED) used.delete(used.values().next().value!);
      return true;
    },
  };
}
