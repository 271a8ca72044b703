/** 乱码 [SUP-86]: the page is written in another encoding than it is said to be, and readers see signs without sense. */
import type { Mark } from '../finding-kinds.ts';
import { markOf } from '../seen-page.ts';

const TERMS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', gb18030: 'GBK' };
const termOf = (charset: string) => TERMS[charset] ?? charset;

export function garbledPage(url: string, { said, written }: { readonly said: string; readonly written: string }): Mark {
  return markOf('garbled', url, `网页按 ${termOf(written)} 写成，却说明是 ${termOf(said)}，读者看到的是乱码。`);
}
