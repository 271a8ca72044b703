/** 字 → 词和行: letters that stand together on one line are a word; raised digits behind a figure are the number of a note. Only geometry. */
import type { Letter } from './letters.ts';

export interface Word {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
  readonly letters: readonly Letter[];
}

/** Letters of a line lie no further apart than this share of their size. */
const TOGETHER = 0.2;
/** Letters printed twice for bold type lie no further apart than this. */
const TWICE = 0.15;

/** From top to bottom and left to right. */
export function wordsOf(letters: readonly Letter[]): Word[] {
  return rowsOf(letters, 0.1).flatMap((row) => {
    const words: Letter[][] = [];
    for (const letter of row) {
      const word = words.at(-1);
      const last = word?.at(-1);
      if (word?.some((other) => isSame(other, letter))) continue;
      if (word && last && isNext(last, letter)) word.push(letter);
      else words.push([letter]);
    }
    return words.map(asWord);
  });
}

function isSame(a: Letter, b: Letter): boolean {
  return a.text === b.text && Math.abs(a.x - b.x) < a.size * TWICE && Math.abs(a.size - b.size) < a.size * TWICE;
}

function isNext(last: Letter, next: Letter): boolean {
  return (
    next.x - last.x - last.width < last.size * TOGETHER &&
    Math.abs(last.size - next.size) < last.size * 0.03 &&
    last.ink === next.ink
  );
}

function asWord(letters: readonly Letter[]): Word {
  const [first, last] = [letters[0]!, letters.at(-1)!];
  const { x, y, size } = first;
  return { x, y, size, letters, width: last.x + last.width - x, text: letters.map(({ text }) => text).join('') };
}

/** What stands on one line, from left to right, lines from top to bottom. `apart`: so much of their size higher or lower is another line. */
export function rowsOf<Each extends { readonly x: number; readonly y: number; readonly size: number }>(
  placed: readonly Each[],
  apart: number,
): Each[][] {
  const rows: Each[][] = [];
  for (const one of [...placed].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - one.y) < Math.min(row[0]!.size, one.size) * apart) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Words of a line with the numbers of the notes behind them. */
export interface Noted {
  readonly word: Word;
  readonly notes: readonly string[];
}

/** Lines of words; the numbers of notes stand with their figures. */
export function linesOf(words: readonly Word[]): Noted[][] {
  const notes = new Map<Word, Word>();
  for (const word of words) {
    const before = [...notes.keys()].findLast((note) => isBehind(note, word) && note.size === word.size);
    const figure = words.find((other) => isRaisedBehind(word, other)) ?? (before && notes.get(before));
    if (figure) notes.set(word, figure);
  }
  const of = (figure: Word) =>
    [...notes].flatMap(([note, noted]) =>
      noted === figure ? [/\d+/.exec(note.text.normalize('NFKC'))?.[0] ?? '1'] : [],
    );
  return rowsOf(
    words.filter((word) => !notes.has(word)),
    0.4,
  ).map((line) => line.map((word) => ({ word, notes: of(word) })));
}

/** `[2]`, `①`, `注1`: nothing longer. */
const LONGEST_NOTE = 5;

/** Smaller than the figure it stands behind, and higher. */
function isRaisedBehind(note: Word, figure: Word): boolean {
  const up = figure.y - note.y;
  return (
    note !== figure &&
    note.text.length <= LONGEST_NOTE &&
    /\d$/.test(figure.text) &&
    note.size < figure.size * 0.95 &&
    up > figure.size * 0.15 &&
    up < figure.size &&
    isBehind(figure, note, up)
  );
}

function isBehind(before: Word, word: Word, up = 0): boolean {
  return (
    Math.abs(before.y - word.y - up) < before.size * 0.2 &&
    Math.abs(word.x - before.x - before.width) < before.size * 0.4
  );
}

/** What stands between two words of a line: nothing, a blank, or `wide`. */
export function gapBetween(before: Word, word: Word): '' | ' ' | 'wide' {
  const gap = (word.x - before.x - before.width) / Math.max(before.size, word.size);
  if (gap > 0.6) return 'wide';
  const han = /[\u3400-\u9fff]$/.test(before.text) && /^[\u3400-\u9fff]/.test(word.text);
  // Digits of another size or colour behind a figure may be a note or not.
  return gap > (han ? 0.4 : TOGETHER) || (/\d$/.test(before.text) && /^\d/.test(word.text)) ? ' ' : '';
}

/** Digits spread over their cell are one figure: as far from each other as they are, every one. */
export function isSpread(line: readonly Noted[]): boolean {
  if (line.length < 3 || line.some(({ word }) => !/^[\d.,]$/.test(word.text))) return false;
  const steps = line.slice(1).map(({ word }, i) => word.x - line[i]!.word.x - line[i]!.word.width);
  return (
    Math.max(...steps) - Math.min(...steps) < line[0]!.word.size * 0.1 && Math.max(...steps) < line[0]!.word.size * 2
  );
}

/** Whether figures are printed over each other, one of which was to be hidden. */
export function isOverprinted(letters: readonly Letter[], near = letters): boolean {
  const digits = (of: readonly Letter[]) => of.filter(({ text }) => /\d/.test(text));
  const others = digits(near);
  return digits(letters).some((a) =>
    others.some((b) => {
      const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      return a !== b && Math.abs(a.y - b.y) < a.size * 0.5 && shared > Math.min(a.width, b.width) * 0.4;
    }),
  );
}
