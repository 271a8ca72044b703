import { describe, expect, it } from 'vitest';
import { officerOf } from '../../test/support/scene.ts';
import { civil } from '../statute/civil-date.ts';
import { DEFAULT_SETTINGS } from '../statute/settings.ts';
import type { RequestFact } from './facts.ts';
import { identityKeptUntil, permitErasure, type Settled } from './retention.ts';

const archivedOn = (on: string) =>
  ({ n: 5, type: 'archived', on: civil(on), recordedAt: `${on}T02:00:00Z`, by: 'o' }) as RequestFact;
const file = (on: string, change: Partial<Settled> = {}): Settled => ({
  state: 'archived',
  facts: [archivedOn(on)],
  remediesClosedOn: [],
  ...change,
});

describe('identityKeptUntil', () => {
  it.each([
    ['2021-03-10', '5', '2026-03-10'],
    ['2024-02-29', '3', '2027-02-28'],
    ['2024-02-29', '10', '2034-02-28'],
  ] as const)('SEC-25 archived on %s, kept %s years: until %s', (on, identityYears, until) =>
    expect(identityKeptUntil(file(on), { identityYears })).toBe(until),
  );

  it('SEC-25 five years, where the county has said nothing', () => expect(DEFAULT_SETTINGS.identityYears).toBe('5'));

  it('SEC-25 counts from the last 复议 or 诉讼 where that ended later', () => {
    const closed = (...days: string[]) => file('2021-03-10', { remediesClosedOn: days.map(civil) });
    expect(identityKeptUntil(closed('2022-01-05', '2021-06-01'), DEFAULT_SETTINGS)).toBe('2027-01-05');
    expect(identityKeptUntil(closed('2020-12-01'), DEFAULT_SETTINGS)).toBe('2026-03-10');
  });

  it.each([
    ['a case that is still heard', { remediesClosedOn: [civil('2022-01-05'), null] }],
    ['a file that is not in the archive', { state: 'served' as const }],
    ['a file that never was', { facts: [] }],
    [
      'a reply that is made anew',
      { facts: [archivedOn('2021-03-10'), { ...archivedOn('2022-03-10'), n: 6, type: 'reopened' } as RequestFact] },
    ],
  ])('SEC-25 knows no day for %s', (_, change) =>
    expect(identityKeptUntil(file('2001-03-10', change), DEFAULT_SETTINGS)).toBeUndefined(),
  );
});

it('SEC-26 office heads and security administrators of the agency confirm, nobody else', () => {
  const roles = ['officeHead', 'securityAdmin', 'handler', 'auditor', 'systemAdmin', 'signatory'] as const;
  expect(roles.filter((role) => permitErasure(officerOf('county', role), 'county').allowed)).toEqual([
    'officeHead',
    'securityAdmin',
  ]);
  expect(permitErasure(officerOf('town', 'officeHead'), 'county').allowed).toBe(false);
});
