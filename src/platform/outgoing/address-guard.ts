/**
 * 防止越界访问 [SUP-1, SUP-2]: what the watch may connect to. Addresses come from pages that strangers write, so only the public internet is open to
 * them; an address of one's own network only where the site is listed as an internal one, and even then never the places machines keep for themselves.
 */
import ipaddr from 'ipaddr.js';

/** A listed internal site may stand here: private, loopback, unique local and carrier-grade NAT. Link-local never: there lie the secrets of clouds. */
const OF_ONES_OWN = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

const TERMS: Readonly<Record<string, string>> = {
  loopback: '本机地址',
  private: '内网地址',
  uniqueLocal: '内网地址',
  linkLocal: '链路本地地址',
  carrierGradeNat: '运营商内部地址',
  multicast: '组播地址',
  broadcast: '广播地址',
  unspecified: '未指定地址',
  embedded: '转换而来的 IPv4 地址',
};

export type AddressVerdict = { readonly open: true } | { readonly open: false; readonly says: string };

/** @param listed the site is on the list of internal sites, by host and port */
export function judgeAddress(address: string, listed: boolean): AddressVerdict {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return { open: false, says: `“${address}”不是 IP 地址` };
  const range = rangeOf(bare);
  if (range === 'unicast' || (listed && OF_ONES_OWN.has(range))) return { open: true };
  return { open: false, says: `${bare} 是${TERMS[range] ?? '保留地址'}` };
}

function rangeOf(bare: string): string {
  const parsed = ipaddr.parse(bare);
  if (parsed.kind() === 'ipv4') return parsed.range();
  const six = parsed as ipaddr.IPv6;
  const range = six.range();
  // Every way of writing an IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is a way around the guard.
  const high = six.parts.slice(0, 6).every((part) => part === 0);
  if (high && range !== 'loopback' && range !== 'unspecified') return 'embedded';
  if (EMBEDDING.has(range) || (six.parts[0] === 0x64 && six.parts[1] === 0xff9b)) return 'embedded';
  if (range !== 'unicast') return range;
  // Global unicast is 2000::/3 and nothing else.
  return six.parts[0]! >> 13 === 1 ? 'unicast' : 'reserved';
}

const EMBEDDING = new Set(['ipv4Mapped', 'rfc6145', 'rfc6052', '6to4', 'teredo']);
