import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../test/support/scene.ts';
import { PUBLIC } from '../people/actor.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { decide, permit } from './decide.ts';
import type { RecordInteraction } from './interaction.ts';

const interview = (heldOn: string, title = '访谈：冬季供暖'): RecordInteraction => ({
  verb: 'record',
  agencyId: 'office',
  kind: 'interview',
  title,
  heldOn: civil(heldOn),
});
const NEW = { carriedOut: false };
const scene = sceneOn('2024-11-15', officerOf('office', 'editor'));

describe('recording interactions', () => {
  it('ITR-1 counts what was held, not what is planned', () => {
    expect(isRefusal(decide(interview('2024-11-15'), scene, NEW))).toBe(false);
    expect(decide(interview('2024-11-16'), scene, NEW)).toMatchObject({ code: 'ITR-1' });
  });

  it('refuses one without a title', () =>
    expect(decide(interview('2024-11-15', ' '), scene, NEW)).toMatchObject({ code: 'TITLE_MISSING' }));

  it('who may not: the public, other roles, other agencies', () => {
    for (const actor of [PUBLIC, officerOf('office', 'handler'), officerOf('other', 'editor')])
      expect(permit(actor, interview('2024-11-15')).allowed).toBe(false);
    expect(permit(officerOf('office', 'reporter'), interview('2024-11-15')).allowed).toBe(true);
  });
});
