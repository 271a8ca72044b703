/** 抽签 by a seed: the same seed draws the same, so that a quiz can be drawn again and looked into. */
import { createHash } from 'node:crypto';

export interface Draw {
  /** So many of these, in a drawn order. */
  some<T>(from: readonly T[], count: number): T[];
}

export function drawOf(seed: string): Draw {
  let drawn = 0;
  const below = (n: number) => {
    drawn += 1;
    return createHash('sha256').update(`${seed}\n${drawn}`).digest().readUInt32BE(0) % n;
  };
  return {
    some(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!);
    },
  };
}
