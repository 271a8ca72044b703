import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { type CountedFile, divide, filesBehind, OPEN, rank, totalOf } from './statistics.ts';

const file = (received: string, closed: string | null, change: Partial<CountedFile> = {}): CountedFile => ({
  id: `${received} ${closed}`,
  agencyId: 'county',
  channel: 'web',
  receivedOn: civil(received),
  closedOn: closed === null ? null : civil(closed),
  reportRow: closed && '3.1',
  workdays: null,
  late: false,
  ...change,
});
const FILES = [
  file('2025-01-06', '2025-01-20', { workdays: 10 }),
  file('2025-01-06', '2025-03-03', { workdays: 30, late: true, reportRow: '3.3.1' }),
  file('2025-02-10', null, { late: true, agencyId: 'town' }),
  file('2025-02-10', '2025-02-12', { channel: 'counter', reportRow: '3.6.1' }),
  file('2024-12-20', '2025-01-20', { workdays: 20, agencyId: 'town' }),
];

describe('统计', () => {
  it('STA-4 counts by hand what the year holds', () => {
    expect(totalOf(FILES, 2025)).toEqual({ received: 4, closed: 4, median: 20, p90: 30, longest: 30, late: 2 });
    expect(Object.fromEntries(divide(FILES, 'month', 2025))).toEqual({
      '01': { received: 2, closed: 2, median: 10, p90: 20, longest: 20, late: 0 },
      '02': { received: 2, closed: 1, median: null, p90: null, longest: null, late: 0 },
      '03': { received: 0, closed: 1, median: 30, p90: 30, longest: 30, late: 1 },
      open: { received: 0, closed: 0, median: null, p90: null, longest: null, late: 1 },
    });
    expect(divide(FILES, 'agency', 2025).get('town')).toEqual({
      received: 1,
      closed: 1,
      median: 20,
      p90: 20,
      longest: 20,
      late: 1,
    });
    expect(divide(FILES, 'outcome', 2025).get('open')).toMatchObject({ received: 1, closed: 0, late: 1 });
  });

  it('STA-4 every table adds up to the same', () => {
    const { received, closed, late } = totalOf(FILES, 2025);
    for (const name of ['agency', 'channel', 'outcome', 'month'] as const) {
      const lines = [...divide(FILES, name, 2025).values()];
      const sum = (of: 'received' | 'closed' | 'late') => lines.reduce((n, line) => n + line[of], 0);
      expect([name, sum('received'), sum('closed'), sum('late')]).toEqual([name, received, closed, late]);
    }
  });

  it('STA-6 a figure opens the files it counts, the longest first', () => {
    const ids = (...asked: Parameters<typeof filesBehind> extends [unknown, ...infer Rest] ? Rest : never) =>
      filesBehind(FILES, ...asked).map(({ workdays, late }) => [workdays, late]);
    expect(ids(2025, 'timed')).toEqual([
      [30, true],
      [20, false],
      [10, false],
    ]);
    expect(ids(2025, 'late', { name: 'outcome', key: OPEN })).toEqual([[null, true]]);
    expect(ids(2025, 'received', { name: 'agency', key: 'town' })).toEqual([[null, true]]);
    expect(ids(2025, 'closed', { name: 'month', key: '03' })).toEqual([[30, true]]);
  });

  it.each([
    [[], 50, null],
    [[7], 90, 7],
    [[1, 2], 50, 1],
    [[1, 2, 3], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
  ])('STA-5 of %j the %i. percentile is %j', (days, percent, found) => expect(rank(days, percent)).toBe(found));
});
