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
  // On the way of every ready page: nothing is made, and the host that nearly all name is not read twice.
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!;
    if (name.length === 4 && (name === 'Host' || name.toLowerCase() === 'host')) hosts += 1;
  }
  // Proxies and monitors that speak HTTP/1.0 may name none.
  if (hosts === 0) return httpVersion === '1.0';
  if (hosts > 1) return false;
  const host = headers.host ?? '';
  if (host === lastGood) return true;
  if (!HOST.test(host)) return false;
  lastGood = host;
  return true;
}

let lastGood: string | undefined;

export const ILL_ADDRESSED: Problem = {
  ...problemOfStatus(400),
  says: '请求没有写对要去的网站：主机名（Host）要写一个、只写一个，地址从“/”开始。请直接用本网站的网址打开；经过代理的，请检查代理的设置。',
};
