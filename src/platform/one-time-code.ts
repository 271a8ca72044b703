/** 一次性验证码 (TOTP, RFC 6238): six digits, new every thirty seconds, as authenticator apps make them without a network. */
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

/** Base32, 160 bits. */
export const newCodeSecret = (): string => generateSecret({ length: 20 });

/** `otpauth://totp/…`, which an app reads from a QR code. */
export function codeAddress(secret: string, issuer: string, account: string): string {
  return generateURI({ issuer, label: account, secret });
}

/**
 * The step the code was made in, one before or after now at most, since clocks differ. @param after the step of the last code that was used
 * @returns undefined when it is wrong, too old or used
 */
export function stepOfCode(secret: string, code: string, at: Date, after: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const found = verifySync({ secret, token, epoch: at.getTime() / 1_000, epochTolerance: STEP_SECONDS });
  if (!found.valid) return undefined;
  const step = Math.floor(at.getTime() / 1_000 / STEP_SECONDS) + found.delta;
  return step > after ? step : undefined;
}
