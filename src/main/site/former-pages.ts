/**
 * 旧网址的转接页 [PRT-131]: a static site cannot answer 301, so a small page stands where an article of the former site stood and leads to where it is now. A
 * path that asks (`?id=3`), names no page (`.pdf`, `.do`) or is no name of a file has none: what serves the files must lead on.
 */
import type { FormerPath } from '../../publications/former-address.ts';
import { relativeLink, staticFile } from './static-path.ts';

/** An article of the former site and the address of its page of today. */
export interface FormerPage {
  readonly path: FormerPath;
  readonly now: string;
}

/** Where its page lies; undefined where none can. */
export function formerFile(path: FormerPath): string | undefined {
  if (path.includes('?')) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.includes('.')) return staticFile(path, true);
  return /\.s?html?$/i.test(name) ? staticFile(path, false) : undefined;
}

/** @param from file of the page; @param to file it leads to; @param whole address it leads to, at the server */
export function leadsOn(from: string, to: string, whole: string): string {
  const href = relativeLink(from, to);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>网页已移到新网址</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url=${href}">
<link rel="canonical" href="${whole.replaceAll('&', '&amp;').replaceAll('"', '&#34;')}">
</head>
<body>
<p>这个网页已经移到新网址。没有自动打开的，请点击<a href="${href}">新网址</a>。</p>
</body>
</html>
`;
}
