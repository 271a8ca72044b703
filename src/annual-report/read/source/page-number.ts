/** 页码: `-3-`, `— 3 —`, `第 3 页`, `3 / 6`. A figure alone may be a cell, so it is no page number by its looks. */
import { fold } from '../tables/fold.ts';

export function isPageNumber(text: string): boolean {
  return (
    text.length < 40 &&
    /^\s*(?:[-·]+\s*\d{1,3}\s*[-·]+|第\s*\d{1,3}\s*页.{0,16}|\d{1,3}\s*\/\s*\d{1,3})\s*$/.test(fold(text))
  );
}

/** Where form feeds mark the pages, a bare figure at the foot that counts up with them is their number. */
export function withoutPageNumbers(text: string): string {
  const pages = text.split('\f').map((page) => page.split('\n'));
  const feet = pages.map((lines) => lines.findLastIndex((line) => line.trim() !== ''));
  const numbers = pages.map((lines, i) => {
    const foot = lines[feet[i]!]?.trim() ?? '';
    return /^\d{1,3}$/.test(foot) ? Number(foot) - i : null;
  });
  const counts = numbers.filter((number) => number !== null && number === numbers.find((n) => n !== null)).length;
  if (pages.length < 2 || counts < Math.max(2, pages.length - 2))
    return pages.map((lines) => lines.join('\n')).join('\n\n');
  return pages
    .map((lines, i) => lines.filter((_, at) => numbers[i] === null || at !== feet[i]).join('\n'))
    .join('\n\n');
}
