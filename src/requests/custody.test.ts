import { describe, expect, it } from 'vitest';
import { type CivilDate, civil } from '../statute/civil-date.ts';
import { type HandedFile, isBehind, rowsInCustody } from './custody.ts';

const file = (received: string | null, closed: string | null, change: Partial<HandedFile> = {}): HandedFile => ({
  ...{ id: 'r', applicantKind: 'natural', reportRow: closed && '3.1', holder: 'b' },
  receivedOn: received === null ? null : civil(received),
  closedOn: closed === null ? null : civil(closed),
  handed: [{ from: 'a', to: 'b', since: civil('2026-06-01') }],
  ...change,
});
const rows = (one: HandedFile, agencies: string[], year = 2026) =>
  rowsInCustody(one, new Set(agencies), year).join(' ');

describe('划转的申请', () => {
  it.each([
    ['received before, open', file('2026-05-06', null), '1 4', '2 4', '1 4'],
    ['received before, answered after', file('2026-05-06', '2026-06-10'), '1 4', '2 3.1', '1 3.1'],
    ['answered on the very day: by the successor', file('2026-05-06', '2026-06-01'), '1 4', '2 3.1', '1 3.1'],
    ['received on the very day: by the successor', file('2026-06-01', null), '', '1 4', '1 4'],
    ['carried into the year', file('2025-12-03', '2026-07-01'), '2 4', '2 3.1', '2 3.1'],
    ['answered before, made anew with the successor', file('2026-02-03', '2026-03-02'), '1 3.1', '', '1 3.1'],
    ['never received', file(null, null), '', '', ''],
  ])('ORG-6 %s', (_, one, old, successor, both) => {
    expect([rows(one, ['a']), rows(one, ['b']), rows(one, ['a', 'b'])]).toEqual([old, successor, both]);
  });

  it('ORG-6 on New Year’s Day nothing is left of it with the old agency', () => {
    const one = file('2025-12-03', null, { handed: [{ from: 'a', to: 'b', since: civil('2026-01-01') }] });
    expect([2025, 2026].map((year) => [rows(one, ['a'], year), rows(one, ['b'], year)])).toEqual([
      ['1 4', ''],
      ['', '2 4'],
    ]);
  });

  it('ORG-6 of years before and after each counts what it had', () => {
    const one = file('2025-12-03', '2027-01-04');
    expect([2025, 2026, 2027].map((year) => [rows(one, ['a'], year), rows(one, ['b'], year)])).toEqual([
      ['1 4', ''],
      ['2 4', '2 4'],
      ['', '2 3.1'],
    ]);
  });

  it('ORG-6 every way of handing balances, and the whole counts it once', () => {
    let seed = 11;
    const next = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * n);
    };
    const day = () =>
      civil(`202${5 + next(3)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`);
    const ALL = ['a', 'b', 'c'];
    for (let i = 0; i < 120; i += 1) {
      const [received, other] = [day(), day()].sort() as [CivilDate, CivilDate];
      const way = ['a', 'b', 'c', 'a', 'c'].slice(0, 2 + next(4));
      const handed = way.slice(1).map((to, at) => ({ from: way[at]!, to, since: day() }));
      const one = file(received, next(2) ? other : null, { handed, holder: way.at(-1)! });
      for (const year of [2025, 2026, 2027]) {
        for (const scope of [...ALL.map((id) => [id]), ['a', 'b'], ALL]) {
          const counted = rows(one, scope, year).split(' ').filter(Boolean);
          const came = counted.filter((row) => row === '1' || row === '2').length;
          expect([i, year, scope, came]).toEqual([i, year, scope, counted.length - came]);
        }
        const once = rows(one, ALL, year);
        expect([i, once]).toEqual([i, rows({ ...one, handed: [] }, ALL, year)]);
        const fresh = ALL.flatMap((id) => rows(one, [id], year).split(' ')).filter((row) => row === '1').length;
        expect([i, fresh]).toEqual([i, once.startsWith('1') ? 1 : 0]);
      }
    }
  });

  it('ORG-6 a figure opens the files that count in it', () => {
    const one = file('2026-05-06', '2026-06-10');
    const cell = (row: string, column = 6) => ({ year: 2026, row, column });
    const [a, b] = [new Set(['a']), new Set(['b'])];
    expect([isBehind(one, a, cell('4')), isBehind(one, a, cell('3.7')), isBehind(one, b, cell('3.7'))]).toEqual([
      ...[true, false, true],
    ]);
    expect([isBehind(one, b, cell('2', 0)), isBehind(one, b, cell('2', 3))]).toEqual([true, false]);
  });
});
