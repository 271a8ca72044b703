/**
 * 拒绝 Refusal: an act the law or the state of the file does not allow, as a value with the sentence the user reads.
 * Never thrown. `code` is stable (`UPPER_SNAKE` or a rule ID), `basis` cites the provision, `says` tells in Chinese what
 * is wrong and what to do instead.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly basis: string;
  readonly says: string;
}

export function refuse(code: string, basis: string, says: string): Refusal {
  return { refused: true, code, basis, says };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
