/** 打开慢、页面太大 [SUP-14]: judged by the limits of the site; the crawler looks a second time before a page is called slow. */
import { markOf, type PageCheck } from '../seen-page.ts';

export const slowPage: PageCheck = ({ url, site, millis }) =>
  millis >= site.slowMs ? [markOf('slowPage', url, `打开用了 ${(millis / 1_000).toFixed(1)} 秒。`)] : [];

/** @param bytes of the page together with its own pictures, styles and scripts */
export function heavyPage(url: string, bytes: number, heavyBytes: number) {
  return bytes > heavyBytes
    ? [markOf('heavyPage', url, `页面连同图片、样式共 ${(bytes / 1_048_576).toFixed(1)} MB。`)]
    : [];
}
