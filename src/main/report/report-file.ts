/**
 * 一份年度报告的文件 [ANR-30, ANR-31]: a web page (also with its parts in one file), text, Markdown, DOCX, XLSX or PDF with text as one report, or the reason in words why
 * it cannot be read and what to do.
 */

import { type ReadHints, type Reading, readWithSource } from '../../annual-report/read/read-report.ts';
import { EMPTY, MAX_BYTES, refuseZip, TOO_LARGE } from '../../annual-report/read/refusals.ts';
import type { Report } from '../../annual-report/report.ts';
import { docxHtml } from '../../platform/papers/docx-html.ts';
import { mhtmlPage } from '../../platform/papers/mhtml-page.ts';
import { pdfHtml } from '../../platform/papers/pdf-html.ts';
import { xlsxHtml } from '../../platform/papers/xlsx-html.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '《条例》第五十条';

const LOCKED = refuse('REPORT_LOCKED', BASIS, '文件加了密码，打不开。请取消密码，另存一份再试。');
const DAMAGED = refuse(
  'REPORT_DAMAGED',
  BASIS,
  '文件损坏、解开后过大，或者不是 Word（.docx）、Excel（.xlsx）、PDF 文件。请打开原文件另存一份再试。',
);
const SCANNED = refuse(
  'REPORT_SCANNED',
  BASIS,
  '这份 PDF 里没有文字，是扫描件或者图片，认不出里面的数字。请换用有文字的版本，或者在原网页上另存。',
);
const TOO_MANY_PAGES = refuse(
  'REPORT_TOO_LONG',
  BASIS,
  'PDF 超过 200 页，或者一页上的字、线条太多，不像一份年度报告。请只保留这一份报告。',
);

const UNREAD = { locked: LOCKED, damaged: DAMAGED, 'no text': SCANNED, 'too long': TOO_MANY_PAGES } as const;

export async function readReportFile(bytes: Uint8Array, hints: ReadHints = {}): Promise<Report | Refusal> {
  const reading = await readFileWithSource(bytes, hints);
  return isRefusal(reading) ? reading : reading.report;
}

export async function readFileWithSource(bytes: Uint8Array, hints: ReadHints = {}): Promise<Reading | Refusal> {
  if (bytes.length > MAX_BYTES) return TOO_LARGE;
  if (bytes.length === 0) return EMPTY;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.subarray(0, 4).toString('latin1');
  if (start === '%PDF') {
    const read = await pdfHtml(file);
    return 'unread' in read ? UNREAD[read.unread] : readWithSource(Buffer.from(read.text), hints);
  }
  if (start === 'PK\u0003\u0004') {
    const html = docxHtml(file) ?? xlsxHtml(file);
    return html === undefined ? (refuseZip(file) ?? DAMAGED) : readWithSource(Buffer.from(html), hints);
  }
  // An Office file with a password is an old container around the encrypted package.
  if (start === '\u00d0\u00cf\u0011\u00e0' && file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return LOCKED;
  return readWithSource(mhtmlPage(file) ?? bytes, hints);
}
