/**
 * 登录的次数，按地址 [SEC-54]: five wrong words lock one name; one word tried on many names locks none of them. So an address is shut for a while once so many
 * names, or so many tries in all, have failed from it. An office may stand behind one address: what succeeds is not counted.
 */
import { RateLimit } from '../../platform/rate-limit.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';

const NAMES = 20;
const TRIES = 100;
const WITHIN_MS = 15 * 60_000;

export interface SignInLimit {
  /** Asked before the word is compared; the try counts until `forget` is called. */
  refuses(address: string, name: string): (Refusal & { readonly seconds: number }) | undefined;
  /** It was no failure. */
  forget(address: string): void;
  /** It was one, of this name. */
  failed(address: string, name: string): void;
}

export function signInLimit(now: () => Date): SignInLimit {
  const limit = (times: number) => new RateLimit({ times, withinMs: WITHIN_MS, now });
  const [tries, names, known] = [limit(TRIES), limit(NAMES), limit(1)];
  const pair = (address: string, name: string) => `${address} ${name.trim().toLowerCase()}`;
  return {
    refuses(address, name) {
      const isNew = !known.isUsedUp(pair(address, name));
      const freeIn = Math.max(tries.freeIn(address), isNew ? names.freeIn(address) : 0);
      if (freeIn > 0) {
        const seconds = Math.ceil(freeIn / 1_000);
        const says = `从这个地址登录失败的次数太多，先不再核对。请过 ${Math.ceil(seconds / 60)} 分钟再试；不是你本人输错的，请告诉安全管理员。`;
        return { ...refuse('TOO_MANY_SIGN_INS', '网络安全等级保护的要求（身份鉴别）', says), seconds };
      }
      tries.count(address);
      return undefined;
    },
    forget: (address) => tries.uncount(address),
    failed(address, name) {
      if (known.isUsedUp(pair(address, name))) return;
      known.count(pair(address, name));
      names.count(address);
    },
  };
}
