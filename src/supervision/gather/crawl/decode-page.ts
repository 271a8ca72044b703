/**
 * 网页的文字编码: as its first bytes, the server or the page say, in this order, as browsers do; older sites of the county write GBK. Where the page is plainly
 * written otherwise than is said, readers see 乱码: it is told, and read as it is written all the same.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export interface DecodedPage {
  readonly text: string;
  /** What it is said to be and what it is, where these are not one. */
  readonly garbled?: { readonly said: string; readonly written: string };
}

const NAMED = /charset=["']?([\w-]+)/i;
/** Letters cut in two at the end of what was read are nobody's fault. */
const LAST_LETTER = 4;

export const decodePage = (body: Buffer, contentType?: string): string => readLetters(body, contentType).text;

export function readLetters(body: Buffer, contentType = ''): DecodedPage {
  if (body.length >= 2 && body.readUInt16BE(0) === 0xfffe) return { text: plain(iconv.decode(body, 'utf-16le')) };
  if (body.length >= 2 && body.readUInt16BE(0) === 0xfeff) return { text: plain(iconv.decode(body, 'utf-16be')) };
  const marked = body.length >= 3 && body.readUIntBE(0, 3) === 0xefbbbf;
  const byPage = NAMED.exec(body.subarray(0, 2_048).toString('latin1'))?.[1];
  const said = marked ? 'utf-8' : (knownOf(NAMED.exec(contentType)?.[1]) ?? knownOf(byPage));
  const written = writtenIn(body, said, knownOf(byPage));
  const text = plain(written === 'utf-8' ? body.toString('utf8') : iconv.decode(body, written));
  return said === undefined || said === written ? { text } : { text, garbled: { said, written } };
}

function knownOf(charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined;
  if (/^(?:utf-?8|us-ascii)$/i.test(charset)) return 'utf-8';
  // GB 18030 reads whatever GB 2312 and GBK have written.
  if (/^(?:gb2312|gb_2312-80|gbk|x-gbk|gb18030)$/i.test(charset)) return 'gb18030';
  return iconv.encodingExists(charset) ? charset.toLowerCase() : undefined;
}

/** A few letters may be broken in any page; it is another encoding when another one reads all of it. */
function writtenIn(body: Buffer, said: string | undefined, byPage: string | undefined): string {
  const isUtf = isUtf8(body) || isUtf8(body.subarray(0, Math.max(0, body.length - LAST_LETTER)));
  if (said === undefined || said === 'utf-8') return isUtf || !readsAs(body, 'gb18030') ? 'utf-8' : 'gb18030';
  if (said === 'gb18030') return isUtf && readsAs(body, 'utf-8') ? 'utf-8' : said;
  // Of Latin letters nearly everything can be read: what the page says of itself decides.
  return byPage !== undefined && byPage !== said && readsAs(body, byPage) ? byPage : said;
}

function readsAs(body: Buffer, charset: string): boolean {
  const text = iconv.decode(body.subarray(0, 65_536), charset);
  const strange = text.match(/\ufffd/g)?.length ?? 0;
  return strange <= text.length / 500 && /[\u4e00-\u9fff]/.test(text);
}

/** A zero is no letter, and no database takes it. */
const plain = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '') : text);
