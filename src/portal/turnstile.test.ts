import { describe, expect, it } from 'vitest';
import { turnstile } from './turnstile.ts';

describe('转门', () => {
  it('lets so many in at once, the others in the order they came', async () => {
    const pass = turnstile(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((n) =>
      pass(async () => {
        begun.push(n);
        await new Promise<void>((end) => ends.push(end));
      }),
    );
    expect(begun).toEqual([0, 1]);
    ends[1]!();
    await all[1];
    expect(begun).toEqual([0, 1, 2]);
    ends[0]!();
    ends[2]!();
    await Promise.all([all[0], all[2]]);
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[3]!();
    await all[3];
  });

  it('a place whose work failed is free again', async () => {
    const pass = turnstile(1);
    await expect(pass(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pass(async () => 'in')).toBe('in');
  });
});
