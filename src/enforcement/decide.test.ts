import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../test/support/scene.ts';
import { PUBLIC, SYSTEM } from '../people/actor.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { decide } from './decide.ts';
import type { RecordCounts } from './decision-count.ts';
import { permit } from './permissions.ts';

const counts = (month: string): RecordCounts => ({
  verb: 'recordCounts',
  agencyId: 'licensing-office',
  counts: [{ kind: 'licensing', charge: '', month: civil(month), amount: 12 }],
});
const scene = sceneOn('2024-03-31', officerOf('licensing-office', 'reporter'));

describe('recording counts', () => {
  it('ENF-1 takes the month that runs and refuses the one that has not begun', () => {
    expect(isRefusal(decide(counts('2024-03-01'), scene))).toBe(false);
    expect(decide(counts('2024-04-01'), scene)).toMatchObject({ code: 'ENF-1' });
  });

  it('refuses an empty table', () =>
    expect(decide({ ...counts('2024-03-01'), counts: [] }, scene)).toMatchObject({ code: 'NOTHING_TO_RECORD' }));

  it('who may not: anyone but the reporter of the agency', () => {
    const command = counts('2024-03-01');
    expect(permit(officerOf('licensing-office', 'reporter'), command).allowed).toBe(true);
    expect(permit(SYSTEM, command).allowed).toBe(true);
    for (const actor of [PUBLIC, officerOf('licensing-office', 'handler', 'signatory'), officerOf('other', 'reporter')])
      expect(permit(actor, command).allowed).toBe(false);
  });
});
