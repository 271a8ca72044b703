/** Repeatable choice: the same demo county on every machine. A linear congruential generator (Numerical Recipes). */
export interface Chance {
  /** 0 ≤ n < below. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: (from) => from[below(from.length)]! };
}
