/**
 * PDF 改动以前的文字: a PDF that is saved anew may keep what it was and add what changed behind it (ISO 32000-1, 7.5.6). Cut off at an earlier end it shows
 * its former self to anybody.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf } from './open-pdf.ts';

const END = '%%EOF';

/** Of a paper that was signed by many, the last ones: each holds what the ones before it did. */
const MOST_LOOKED_AT = 3;

/** @returns the lines that stood there once and do not any more */
export async function wordsBefore(
  file: Buffer,
  now: string,
  textsOf: (document: PDFDocumentProxy) => Promise<string>,
): Promise<string> {
  const there = new Set(linesOf(now));
  const gone = new Set<string>();
  for (const end of endsIn(file).slice(0, -1).slice(-MOST_LOOKED_AT)) {
    const task = await openPdf(Buffer.from(file.subarray(0, end)));
    try {
      for (const line of linesOf(await textsOf(await task.promise))) if (!there.has(line)) gone.add(line);
    } catch {
      // A file that is laid out for the network has an end near its beginning, where nothing whole ends.
    } finally {
      await task.destroy();
    }
  }
  return [...gone].join('\n');
}

function endsIn(file: Buffer): number[] {
  const ends: number[] = [];
  for (let at = file.indexOf(END); at >= 0; at = file.indexOf(END, at + END.length)) ends.push(at + END.length);
  return ends;
}

function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
