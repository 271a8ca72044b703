/** IPv6 [SUP-36] (国办秘函〔2019〕19号, IPv6 改造；分值待核): the name has an IPv6 address. Whether it opens can only be told from a line that has IPv6 itself. */
import type { Verdict } from '../verdict.ts';

export type Ipv6Seen = { readonly addresses: number; readonly opened: boolean | 'noLine' } | 'notLooked';

export function ipv6Ready(seen: Ipv6Seen): Verdict {
  if (seen === 'notLooked') return { state: 'notLooked', says: '没有查到域名的地址。' };
  if (seen.addresses === 0) return { state: 'warning', says: '域名没有 IPv6 地址。' };
  if (seen.opened === 'noLine')
    return { state: 'notLooked', says: '域名有 IPv6 地址；这台服务器没有 IPv6 线路，没有打开看。' };
  return seen.opened
    ? { state: 'fine', says: '能用 IPv6 打开。' }
    : { state: 'warning', says: '域名有 IPv6 地址，但是用它打不开。' };
}
