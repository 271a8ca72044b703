/** 真正的理由 [REV-13, FIL-16]: who lets a find stand says why in words that another can read later; a full stop or a row of the same letters says nothing. */
const LEAST = 4;

export function isRealReason(said: string): boolean {
  const letters = said.match(/\p{L}/gu) ?? [];
  return letters.length >= LEAST && new Set(letters).size >= LEAST - 1;
}
