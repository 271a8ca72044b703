import { describe, expect, it } from 'vitest';
import { AFTER_SUCCESS, afterFailure, isLocked } from './lock-out.ts';

const at = (minute: number) => new Date(Date.UTC(2024, 0, 2, 1, minute));
const failed = (times: number, record = AFTER_SUCCESS) => {
  let now = record;
  for (let i = 0; i < times; i += 1) now = afterFailure(now, at(0));
  return now;
};

describe('lock-out', () => {
  it('SEC-1 four wrong passwords do not lock, the fifth does, for fifteen minutes', () => {
    expect(isLocked(failed(4), at(0))).toBe(false);
    expect(isLocked(failed(5), at(14))).toBe(true);
    expect(isLocked(failed(5), at(15))).toBe(false);
  });

  it('SEC-1 counts anew after the lock has run out', () => {
    expect(isLocked(afterFailure(failed(5), at(16)), at(16))).toBe(false);
  });
});
