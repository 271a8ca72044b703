/**
 * 签名 [XCH-4, XCH-11]: HMAC-SHA256 over when, what is asked and the content. Good for five minutes; what is played again within them changes nothing, since
 * an item that is held already is not taken twice. A secret is changed without a gap: for a time both sides hold two, each request is signed with
 * both, and one that fits is enough.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface ToSign {
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Path and query, as it stands in the request. */
  readonly path: string;
  readonly body: Buffer;
}

export const SIGNATURE_HEADERS = {
  key: 'x-gongkai-key',
  time: 'x-gongkai-time',
  signature: 'x-gongkai-signature',
} as const;

const GOOD_FOR_MS = 5 * 60_000;
/** The one in use and the one before it. */
const MOST_SECRETS = 2;

/** `v1=…,v1=…`, one for each secret. */
export function signatureOf(signed: ToSign, secrets: readonly string[]): string {
  return secrets
    .slice(0, MOST_SECRETS)
    .map((secret) => `v1=${digest(signed, secret)}`)
    .join(',');
}

export function isSignedBy(signed: ToSign, signature: string, secrets: readonly string[], now: Date): boolean {
  const at = Date.parse(signed.at);
  if (!(Math.abs(now.getTime() - at) <= GOOD_FOR_MS)) return false;
  const given = signature
    .split(',')
    .slice(0, MOST_SECRETS)
    .map((one) => one.trim().replace(/^v1=/, ''));
  const right = secrets.slice(0, MOST_SECRETS).map((secret) => Buffer.from(digest(signed, secret)));
  return right.some((one) =>
    given.some((other) => other.length === one.length && timingSafeEqual(Buffer.from(other), one)),
  );
}

function digest({ at, method, path, body }: ToSign, secret: string): string {
  const content = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', secret).update(`${at}\n${method}\n${path}\n${content}`).digest('hex');
}
