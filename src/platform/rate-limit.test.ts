import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

describe('rate limit', () => {
  it('PRT-2 counts each address by itself and forgets after the time', () => {
    let now = new Date('2026-03-05T02:00:00Z');
    const limit = new RateLimit({ times: 2, withinMs: 60_000, now: () => now });
    limit.count('a');
    expect(limit.isUsedUp('a')).toBe(false);
    limit.count('a');
    expect(limit.isUsedUp('a')).toBe(true);
    expect(limit.isUsedUp('b')).toBe(false);
    now = new Date('2026-03-05T02:00:20Z');
    expect([limit.freeIn('a'), limit.freeIn('b')]).toEqual([40_000, 0]);
    now = new Date('2026-03-05T02:01:00Z');
    expect(limit.isUsedUp('a')).toBe(false);
  });

  it('PRT-2 remembers no more addresses than it was told to', () => {
    const now = () => new Date('2026-03-05T02:00:00Z');
    const limit = new RateLimit({ times: 1, withinMs: 60_000, now, remembered: 2 });
    for (const address of ['a', 'b', 'c']) limit.count(address);
    expect(['a', 'b', 'c'].map((address) => limit.isUsedUp(address))).toEqual([false, true, true]);
  });
});
