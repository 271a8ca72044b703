/**
 * 归一的文字 [REV-10]: a text as a search for numbers and names must read it, with the place each letter came from. Full and half width are one, and so are all
 * kinds of spaces, dashes and dots; what cannot be seen is left out.
 */
export interface FoldedText {
  readonly letters: string;
  /** For each letter where it begins in the text that was given; one more for the end. */
  readonly at: readonly number[];
}

/** None of these can be anything but itself: figures and Latin letters, Chinese ones, and the marks of Chinese texts that have one width. */
const ALL_PLAIN = /^[\n\t\r -}\u2018-\u201d\u3001-\u3015\u4e00-\u9fff]*$/;
/** Format characters (zero width, direction), selectors of variants, fillers. */
const UNSEEN = /[\p{Cf}\p{Mn}\u115f\u1160\u3164\uffa0\u2800]/u;
/** ٠ to ٩ and ۰ to ۹, as they are written in the west of the country. */
const ARABIC_FIGURES = /[\u0660-\u0669\u06f0-\u06f9]/;
const LOOKALIKES: Readonly<Record<string, string>> = { '×': 'X', Х: 'X', х: 'x', '−': '-', '~': '-' };

export function foldText(text: string): FoldedText {
  if (ALL_PLAIN.test(text)) return { letters: text, at: Array.from({ length: text.length + 1 }, (_, i) => i) };
  let letters = '';
  const at: number[] = [];
  let place = 0;
  for (const letter of text) {
    const folded = isPlain(letter.charCodeAt(0)) ? letter : foldLetter(letter);
    letters += folded;
    for (let i = 0; i < folded.length; i += 1) at.push(place);
    place += letter.length;
  }
  at.push(place);
  return { letters, at };
}

/** Chinese letters and visible ASCII, by far the most: asked of every letter, so without an expression. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x21 && code <= 0x7d);
}

/** What each letter became before; texts are made of few. */
const FOLDED = new Map<string, string>();
const MOST_FOLDED = 10_000;

function foldLetter(letter: string): string {
  let folded = FOLDED.get(letter);
  if (folded !== undefined) return folded;
  folded = foldAnew(letter);
  if (FOLDED.size < MOST_FOLDED) FOLDED.set(letter, folded);
  return folded;
}

function foldAnew(letter: string): string {
  if (UNSEEN.test(letter)) return '';
  return [...letter.normalize('NFKC')].map(likeOf).join('');
}

function likeOf(letter: string): string {
  if (UNSEEN.test(letter)) return '';
  if (/\p{Zs}/u.test(letter)) return ' ';
  if (/[\p{Zl}\p{Zp}]/u.test(letter)) return '\n';
  if (/\p{Pd}/u.test(letter)) return '-';
  if (/[·•・‧∙⋅●]/.test(letter)) return '·';
  if (ARABIC_FIGURES.test(letter)) return String(letter.charCodeAt(0) & 0xf);
  return LOOKALIKES[letter] ?? letter;
}

/** A stretch of the text that was given. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where letters `from` to `to` of the folded text stand in the one that was given. */
export function stretchOf({ at }: FoldedText, from: number, to: number): Stretch {
  // The end of the last letter, so that what is unseen behind it stays.
  return { start: at[from]!, end: Math.max(at[from]! + 1, at[to]!) };
}

/** Puts `cover` of what stands there in place of each stretch; of those that overlap the first counts. */
export function coverStretches(text: string, stretches: readonly Stretch[], cover: (found: string) => string): string {
  let [covered, from] = ['', 0];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    covered += text.slice(from, begin) + cover(text.slice(begin, end));
    from = end;
  }
  return covered + text.slice(from);
}
