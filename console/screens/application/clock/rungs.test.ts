import { describe, expect, it } from 'vitest';
import type { KnotView } from '../../../../src/desk/contract.ts';
import { rungsOf } from './rungs.ts';

const knot = (on: string, kind: KnotView['kind'] = 'passed'): KnotView => ({
  on,
  says: `${kind} ${on}`,
  basis: '',
  kind,
});
const drawn = (knots: KnotView[], today: string, running = true) =>
  rungsOf(knots, today, running).map(({ on, kind, below }) => `${on} ${kind} ${below}`);

describe('the ladder as it is drawn', () => {
  it('puts today between what has passed and the due day', () => {
    expect(drawn([knot('2026-03-02'), knot('2026-03-30', 'due')], '2026-03-10')).toEqual([
      '2026-03-02 passed counted',
      '2026-03-10 today ahead',
      '2026-03-30 due ahead',
    ]);
  });

  it('on the due day stands before it, after it stands behind', () => {
    expect(drawn([knot('2026-03-30', 'due')], '2026-03-30')[0]).toBe('2026-03-30 today ahead');
    expect(drawn([knot('2026-03-30', 'due')], '2026-03-31')[0]).toBe('2026-03-30 due counted');
  });

  it('counts nothing from a consultation to its answer', () => {
    const knots = [knot('2026-03-02'), knot('2026-03-05', 'waits'), knot('2026-03-12'), knot('2026-04-06', 'due')];
    expect(drawn(knots, '2026-03-16')).toEqual([
      '2026-03-02 passed counted',
      '2026-03-05 waits stands-still',
      '2026-03-12 passed counted',
      '2026-03-16 today ahead',
      '2026-04-06 due ahead',
    ]);
  });

  it('stands still past what the clock passes over', () => {
    const knots = [knot('2026-03-05', 'waits'), knot('2026-03-09', 'aside'), knot('2026-03-12')];
    expect(drawn(knots, '2026-03-16', false)).toEqual([
      '2026-03-05 waits stands-still',
      '2026-03-09 aside stands-still',
      '2026-03-12 passed counted',
    ]);
  });

  it('keeps standing still past today while the answer is awaited', () => {
    expect(drawn([knot('2026-03-02'), knot('2026-03-05', 'waits')], '2026-03-16')).toEqual([
      '2026-03-02 passed counted',
      '2026-03-05 waits stands-still',
      '2026-03-16 today stands-still',
    ]);
  });

  it('has no today once the file is closed', () => {
    expect(drawn([knot('2026-03-02'), knot('2026-03-09')], '2026-03-16', false)).toEqual([
      '2026-03-02 passed counted',
      '2026-03-09 passed counted',
    ]);
  });
});
