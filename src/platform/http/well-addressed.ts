/**
 * 写明去处的请求 [SEC-56] (RFC 9112 §3.2): one host that is a name or an address, and a path. With two hosts, or one in the target and another in the
 * field, a proxy before us and we could each believe another one; a whole address as the target is what one says to a proxy, and we are none.
 */
import type { IncomingMessage } from 'node:http';
import { type Problem, problemOfStatus } from './problem.ts';

/** Names of hosts (also with `_`, as containers have them), IPv4 and `[IPv6]`, with a port. */
export const HOST = /^(?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

export function isWellAddressed({
  url = '',
  headers,
  rawHeaders,
  httpVersion,
}: Pick<IncomingMessage, 'url' | 'headers' | 'rawHeaders' | 'httpVersion'>): boolean {
  if (!url.startsWith('/')) return false;
  const hosts = rawHeaders.filter(
    (name, i) => i % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host',
  ).length;
  // Proxies and monitors that speak HTTP/1.0 may name none.
  if (hosts === 0) return httpVersion === '1.0';
  return hosts === 1 && HOST.test(headers.host ?? '');
}

export const ILL_ADDRESSED: Problem = {
  ...problemOfStatus(400),
  says: '请求没有写对要去的网站：主机名（Host）要写一个、只写一个，地址从“/”开始。请直接用本网站的网址打开；经过代理的，请检查代理的设置。',
};
