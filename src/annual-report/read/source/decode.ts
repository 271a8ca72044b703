/**
 * 文字编码: published reports come in UTF-8, GBK, GB18030, Big5 and UTF-16, with and without a mark, and pages declare what they
 * are not. The declaration is therefore only one candidate: the decoding in which most words of a report appear is the true one.
 */
import iconv from 'iconv-lite';

const WORDS = /政府|信息|公开|申请|年度|报告|总计|資訊|資料|公開|申請|報告|總計/g;
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
/** Enough to tell the encoding, wherever the text of a page begins. */
const SAMPLE = 400_000;

/** Not a character of any text. */
const NO_TEXT = /\uFFFD|\p{Cc}(?<![\s])/u;

/** @returns the text, or null where no encoding gives words of a report and UTF-8 gives no text at all */
export function decode(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sample = buffer.subarray(0, SAMPLE);
  let best: { encoding: string; score: number } | undefined;
  for (const encoding of CANDIDATES) {
    const text = iconv.decode(sample, encoding);
    const words = text.match(WORDS)?.length ?? 0;
    const broken = text.match(/\uFFFD/g)?.length ?? 0;
    const score = words - broken / 4;
    if (words > 0 && (best === undefined || score > best.score)) best = { encoding, score };
  }
  if (best === undefined && NO_TEXT.test(iconv.decode(buffer, 'utf-8'))) return null;
  return iconv.decode(buffer, best?.encoding ?? 'utf-8').replace(/^\uFEFF/, '');
}
