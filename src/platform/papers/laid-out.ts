/** 没有表格线的字: lines of a sheet from top to bottom; two characters of the grid are as wide as a Chinese one. */
import type { Letter } from './letters.ts';
import { UNSURE } from './ruled-cell.ts';
import { gapBetween, isOverprinted, linesOf, type Noted, wordsOf } from './words.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function laidOut(letters: readonly Letter[]): string {
  const words = wordsOf(letters);
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  const unit = Math.max(2, (sizes[Math.floor(sizes.length / 4)] ?? 10) / 2);
  const left = words.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  return linesOf(words)
    .map((line) => lineOf(line, left, unit).replace(/</g, '＜'))
    .join('\n');
}

function lineOf(line: readonly Noted[], left: number, unit: number): string {
  return line.reduce((text, { word, notes }, i) => {
    const last = line[i - 1]?.word;
    const gap = last ? gapBetween(last, word) : 'wide';
    const column = Math.max(Math.round((word.x - left) / unit), last ? text.length + 2 : 0);
    const before = gap === 'wide' ? text.padEnd(column) : text + gap;
    const near = [last, word, line[i + 1]?.word].flatMap((each) => each?.letters ?? []);
    if (isOverprinted(word.letters, near)) return before + UNSURE;
    return before + word.text + notes.join('').replace(/\d/g, (digit) => RAISED[Number(digit)]!);
  }, '');
}
