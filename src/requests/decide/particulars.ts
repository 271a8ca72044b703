/** Checks of what a command carries, whoever sent it. */
export function isMissing(text: string): boolean {
  return text.trim() === '';
}

/** A whole number within bounds, both included. */
export function isCount(n: number, from: number, to: number): boolean {
  return Number.isInteger(n) && from <= n && n <= to;
}
