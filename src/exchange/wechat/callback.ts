/**
 * 平台的回调 [XCH-29]: the platform signs who it is and when, not what it says. So what it says is not believed: a call only makes us ask at once how our sendings stand.
 */
import { createHash } from 'node:crypto';

export interface CallbackSigned {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

const GOOD_FOR_S = 300;

/** @param tokens of the file: the one in use and, while it is changed, the one before it */
export function isCalledByPlatform(
  { signature, timestamp, nonce }: CallbackSigned,
  tokens: readonly string[],
  now: Date,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() / 1_000 - Number(timestamp)) > GOOD_FOR_S) return false;
  return tokens.some((token) => {
    const right = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
    return isSame(right, signature);
  });
}

/** As long for a wrong one as for a right one. */
function isSame(right: string, given: string): boolean {
  if (right.length !== given.length) return false;
  let different = 0;
  for (let i = 0; i < right.length; i += 1) different |= right.charCodeAt(i) ^ given.charCodeAt(i);
  return different === 0;
}

/** An event tells that a sending is over. */
export function tellsOfPublishing(body: string): boolean {
  return /<Event>\s*(?:<!\[CDATA\[)?PUBLISHJOBFINISH/.test(body) || body.includes('<Encrypt>');
}
