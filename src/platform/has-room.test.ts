import { expect, it } from 'vitest';
import { hasRoom } from './has-room.ts';

it('OPS-22 a disk with less room than PostgreSQL needs to write at all counts as full', async () => {
  const withFree = (megabytes: number) => hasRoom('/data', async () => ({ bavail: megabytes * 256, bsize: 4_096 }));
  expect([await withFree(0), await withFree(63), await withFree(64)]).toEqual([false, false, true]);
  expect(await hasRoom(import.meta.dirname)).toBe(true);
});
