/**
 * 公文版式 (GB/T 9704-2012), said once for Word and PDF: A4, margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters of the third
 * size on a page; figures in millimetres and points.
 */
export const PAGE_MM = { width: 210, height: 297 } as const;
export const MARGIN_MM = { top: 37, bottom: 35, left: 28, right: 26 } as const;
export const LINES = 22;
export const CHARACTERS = 28;

/** 二号、三号、四号、小五、五号. */
export const SIZE_PT = { title: 22, body: 16, foot: 14, table: 9, list: 10.5 } as const;

const points = (mm: number) => (mm / 25.4) * 72;
export const TEXT_PT = {
  width: points(PAGE_MM.width - MARGIN_MM.left - MARGIN_MM.right),
  height: points(PAGE_MM.height - MARGIN_MM.top - MARGIN_MM.bottom),
} as const;
/** Distance from line to line. */
export const PITCH_PT = TEXT_PT.height / LINES;

/** A dot of a screen, in points. */
const DOT_PT = 0.75;

/** A picture as wide as it is, and no wider than its place or higher than the text of a page with a line to spare; in points. */
export function pictureSize(
  { width, height }: { readonly width: number; readonly height: number },
  widest = TEXT_PT.width,
) {
  const highest = TEXT_PT.height - PITCH_PT * 2;
  const shrunk = Math.min(1, widest / (width * DOT_PT), highest / (height * DOT_PT)) * DOT_PT;
  return { width: width * shrunk, height: height * shrunk };
}

/** 发文机关标志: as large as its length allows, never larger than the standard's largest. */
export function letterheadSize(issuer: string): number {
  return Math.min(42, (TEXT_PT.width * 0.94) / Math.max(1, [...issuer].length));
}

/** What no paper can hold: control characters and unpaired surrogates. A file that keeps them is one Word refuses to open. */
export function legible(words: string): string {
  return words.replace(/(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '');
}

/** 附件说明: one attachment is not numbered. */
export function attachmentLabel(at: number, of: number): string {
  if (of === 1) return '附件：';
  return at === 0 ? '附件：1.' : `${at + 1}.`;
}
