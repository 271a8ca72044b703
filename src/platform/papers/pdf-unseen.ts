/** 看不见的字 UnseenLetters: what a PDF has on its pages that nobody sees there, though whoever copies or searches finds it. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { drawingOf, TooMuchDrawn, type UnseenLetter } from './pdf-drawing.ts';

export interface UnseenLetters {
  readonly words: string;
  /** How many pages were looked at: long scans would take longer than anyone waits. */
  readonly lookedAt: number;
}

const SECONDS = 6;
const MS = 1_000;

export async function unseenLetters(document: PDFDocumentProxy): Promise<UnseenLetters> {
  const until = performance.now() + SECONDS * MS;
  const layers = await document.getOptionalContentConfig();
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    if (performance.now() > until) return { words: pages.join('\n'), lookedAt: n - 1 };
    const page = await document.getPage(n);
    try {
      const { letters, unseen } = await drawingOf(page, layers);
      const words = withheld(letters.length, unseen);
      if (words !== '') pages.push(words);
    } catch (error) {
      if (error instanceof TooMuchDrawn) return { words: pages.join('\n'), lookedAt: n - 1 };
      throw error;
    } finally {
      page.cleanup();
    }
  }
  return { words: pages.join('\n'), lookedAt: Number.POSITIVE_INFINITY };
}

/** On a scanned page all that can be searched is undrawn: it says what the picture shows. */
function withheld(seen: number, unseen: readonly UnseenLetter[]): string {
  const undrawn = unseen.filter((letter) => letter.undrawn).length;
  const isScan = undrawn > seen;
  const left = isScan ? unseen.filter((letter) => !letter.undrawn) : unseen;
  const words = left
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length < 2 ? '' : words;
}
