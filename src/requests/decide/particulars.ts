/** Checks of what a command carries, whoever sent it. */

/** [REQ-100] What stands on paper or screen: no blank, no control character, no mark of direction or of no width. */
const VISIBLE = /[^\s\p{C}\p{Z}]/u;

export function isMissing(text: string): boolean {
  return !VISIBLE.test(text);
}

/** A whole number within bounds, both included. */
export function isCount(n: number, from: number, to: number): boolean {
  return Number.isInteger(n) && from <= n && n <= to;
}
