import { expect, it } from 'vitest';
import { inventedLicences } from '../../test/support/invented-decisions.ts';
import { readDecisions } from '../enforcement/decisions/read-decisions.ts';
import { civil } from '../statute/civil-date.ts';
import { joined, partsOf } from './sheet-parts.ts';

const through = (read: Parameters<typeof partsOf>[0]) => {
  const add = joined();
  return [...partsOf(read)].map((part) => add(part)).at(-1);
};

it('ENF-11 a sheet that is told in parts is the sheet that was read, faults and all', () => {
  const read = (faults: number) => readDecisions([inventedLicences(700, faults)], 'licensing', civil('2025-01-10'));
  const [sound, faulty] = [read(0), read(20)];
  expect([sound.decisions.length, [...partsOf(sound)].length]).toEqual([700, 4]);
  expect(through(sound)).toEqual(sound);
  expect(through(faulty)).toEqual(faulty);
  expect(faulty.issues).toHaveLength(20);
  expect(through(undefined)).toBeUndefined();
});
