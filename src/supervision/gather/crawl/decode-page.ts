/** 网页的文字编码: as the server says, else as the page says, else UTF-8; older sites of the county write GBK. */
import iconv from 'iconv-lite';

export function decodePage(body: Buffer, contentType = ''): string {
  const named = /charset=["']?([\w-]+)/i;
  const charset = named.exec(contentType)?.[1] ?? named.exec(body.subarray(0, 2_048).toString('latin1'))?.[1];
  if (!charset || /^utf-?8$/i.test(charset) || !iconv.encodingExists(charset)) return body.toString('utf8');
  // GB 18030 reads whatever GB 2312 and GBK have written.
  return iconv.decode(body, /^(?:gb2312|gbk|gb18030)$/i.test(charset) ? 'gb18030' : charset);
}
