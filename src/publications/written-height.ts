/** 上标、下标 where letters cannot be raised: m² and H₂O by signs of their own; what has none stays as it is. */
const SIGNS = '0123456789+-=()n';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

export function writtenHigh(words: string): string {
  return written(words, RAISED);
}

export function writtenLow(words: string): string {
  return written(words, LOWERED);
}

function written(words: string, signs: string): string {
  const letters = [...words];
  return letters.every((letter) => SIGNS.includes(letter))
    ? letters.map((letter) => [...signs][SIGNS.indexOf(letter)]).join('')
    : words;
}
