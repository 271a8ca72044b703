/** 怎样看一个网址: by whose it is and what for. */
import type { RoleOfAddress } from '../../checks/dead-link.ts';
import type { Waiting } from '../../crawl-round.ts';
import type { PageLink } from '../../page-content.ts';

const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|7z|txt|csv|mp4|mp3)$/i;
const ASSET = /\.(?:png|jpe?g|gif|svg|webp|ico|css|js|woff2?)$/i;

/** Asked of every link of every page: an address that was parsed once is taken apart by its marks. */
export function roleOf({ url, use }: Pick<PageLink, 'url' | 'use'>, hosts: ReadonlySet<string>): RoleOfAddress {
  const from = url.indexOf('//') + 2;
  const path = url.indexOf('/', from);
  if (!hosts.has(url.slice(from, path))) return 'outside';
  if (use === 'asset' || use === 'script') return 'asset';
  const query = url.indexOf('?', path);
  const pathname = query < 0 ? url.slice(path) : url.slice(path, query);
  if (ASSET.test(pathname)) return 'asset';
  return FILE.test(pathname) ? 'file' : 'page';
}

/** Longer ones are no addresses of people but of a script that runs in circles. */
export const LONGEST = 1_000;
const DEEPEST = 25;
/** Addresses that differ in their query only. */
const MOST_ALIKE = 5_000;
/** So many steps from the home page nobody goes. */
const FURTHEST = 500;

/** 陷阱: a calendar without end, a folder in itself. */
export function isTrap({ url, depth }: Pick<Waiting, 'url' | 'depth'>, alike: number): boolean {
  if (url.length > LONGEST || alike > MOST_ALIKE || (depth > FURTHEST && depth < AFAR)) return true;
  const parts = new URL(url).pathname.split('/').filter(Boolean);
  return parts.length > DEEPEST || parts.some((part, i) => i >= 2 && part === parts[i - 1] && part === parts[i - 2]);
}

/** Further away than any page of the site: where an outside page sends its readers on is looked at, and nothing after that. */
export const AFAR = 1_000;

/** So many pages of one form that say the same are enough. */
const SAME_AGAIN = 60;

/**
 * 没有尽头的日历: pages whose addresses differ in figures only and that say the same but for figures. Of each form of an address the text is kept that most of its
 * pages have; where it is met sixty times more often than others, the rest is left out.
 */
export class Alike {
  readonly #forms = new Map<string, { text: string; times: number }>();

  /** @param text what the page says without its figures */
  saw(url: string, text: string): void {
    const form = formOf(url);
    const known = this.#forms.get(form);
    if (!known || known.times === 0) this.#forms.set(form, { text, times: 1 });
    else known.times += known.text === text ? 1 : -1;
  }

  isEndless(url: string): boolean {
    return (this.#forms.get(formOf(url))?.times ?? 0) >= SAME_AGAIN;
  }
}

/** 目录, those of all months as one. */
export function folderOf({ url }: Pick<Waiting, 'url'>): string {
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2)).split('?', 1)[0]!;
  return path.slice(0, path.lastIndexOf('/') + 1).replace(/\d+/g, '0');
}

function formOf(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  return `${origin}${pathname.replace(/\d+/g, '0')}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}
