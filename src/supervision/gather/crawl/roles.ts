/** 怎样看一个网址: by whose it is and what for. */
import type { RoleOfAddress } from '../../checks/dead-link.ts';
import type { PageLink } from '../../page-content.ts';

const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|txt|csv|mp4|mp3)$/i;
const ASSET = /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|woff2?)$/i;

export function roleOf({ url, use }: Pick<PageLink, 'url' | 'use'>, hosts: ReadonlySet<string>): RoleOfAddress {
  const { host, pathname } = new URL(url);
  if (!hosts.has(host)) return 'outside';
  if (use === 'asset' || use === 'script' || ASSET.test(pathname)) return 'asset';
  return FILE.test(pathname) ? 'file' : 'page';
}

/** Longer ones are no addresses of people but of a script that runs in circles. */
const LONGEST = 2_000;
const DEEPEST = 25;

/** 陷阱: a calendar without end, a folder in itself. */
export function isTrap(url: string, alike: number): boolean {
  if (url.length > LONGEST || alike > 500) return true;
  const parts = new URL(url).pathname.split('/').filter(Boolean);
  return parts.length > DEEPEST || parts.some((part, i) => i >= 2 && part === parts[i - 1] && part === parts[i - 2]);
}
