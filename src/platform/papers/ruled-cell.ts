/** 一格里的字 → HTML: its lines, the numbers of notes raised, what is struck out apart; a sign where the figure is not sure. */
import { escapeText } from './escape-text.ts';
import type { Letter, Ruling } from './letters.ts';
import { gapBetween, isOverprinted, isSpread, linesOf, type Noted, wordsOf } from './words.ts';

/** Behind a figure, or in its place, where it is not told whether it is whole, or whose it is. */
export const UNSURE = '？';

export function cellHtml(letters: readonly Letter[], strikes: readonly Ruling[], unsure: boolean): string {
  const struck = new Set(letters.filter((letter) => strikes.some((line) => isThrough(line, letter))));
  const standing = letters.filter((letter) => !struck.has(letter));
  const doubtful = unsure || isOverprinted(standing);
  const away = struck.size > 0 ? `<s>${escapeText([...struck].map(({ text }) => text).join(''))}</s>` : '';
  return away + linesOf(wordsOf(standing)).map(lineHtml).join('\n') + (doubtful ? UNSURE : '');
}

export function isThrough({ at, from, to }: Ruling, { x, y, width, size }: Letter): boolean {
  return at > y - size * 0.6 && at < y - size * 0.15 && from < x + width / 2 && to > x + width / 2;
}

function lineHtml(line: readonly Noted[]): string {
  const spread = isSpread(line);
  return line
    .map(({ word, notes }, i) => {
      const gap = i === 0 || spread ? '' : gapBetween(line[i - 1]!.word, word);
      return (gap === '' ? '' : ' ') + escapeText(word.text) + notes.map((n) => `<sup>${n}</sup>`).join('');
    })
    .join('');
}
