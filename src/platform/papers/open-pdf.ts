/** PDF 文件: opened with the fonts and tables of the library's own package, nothing of the file run. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** The caller destroys the task. Its promise is rejected where the file is locked (`PasswordException`) or damaged. */
export async function openPdf(file: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return getDocument({
    // A copy: the library takes the memory it is given away.
    data: new Uint8Array(file),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  });
}
