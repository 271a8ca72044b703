/** 页码: the number that stands alone at the foot or the head of every page and counts up with them is no figure of the text. */
import type { Letter } from './letters.ts';
import { rowsOf } from './words.ts';

const NUMBER = /^[-—–·第\s]*(\d{1,3})[-—–·页\s]*$/;

export function withoutPageNumbers(pages: readonly (readonly Letter[])[]): (readonly Letter[])[] {
  let left = [...pages];
  for (const edge of [-1, 0]) {
    const lines = left.map((letters) => rowsOf(letters, 0.4).at(edge) ?? []);
    const numbers = lines.map((line, i) => {
      const match = NUMBER.exec(line.map(({ text }) => text).join(''));
      return match ? Number(match[1]) - i : null;
    });
    const first = numbers.find((number) => number !== null);
    const counting = numbers.filter((number) => number !== null && number === first).length;
    if (left.length < 2 || counting < Math.max(2, left.length - 2)) continue;
    left = left.map((letters, i) =>
      numbers[i] === first ? letters.filter((letter) => !lines[i]!.includes(letter)) : letters,
    );
  }
  return left;
}
