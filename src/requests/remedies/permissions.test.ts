import { expect, it } from 'vitest';
import { HANDLER, HEAD } from '../../../test/support/request-play.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { PUBLIC, SYSTEM } from '../../people/actor.ts';
import { permit } from './permissions.ts';

it('REM-7 法制， the head of the office and 统计 record cases at their agency; nobody else does', () => {
  for (const actor of [officerOf('county', 'legal'), HEAD, officerOf('county', 'reporter'), SYSTEM])
    expect(permit(actor, 'recordRemedy', 'county')).toEqual({ allowed: true });
  for (const actor of [HANDLER, PUBLIC])
    expect(permit(actor, 'recordRemedy', 'county')).toMatchObject({ allowed: false });
  expect(permit(officerOf('county', 'legal'), 'recordResult', 'town')).toMatchObject({ allowed: false });
  expect(permit(officerOf('county', 'reporter'), 'recordNextInstance', 'county')).toMatchObject({ allowed: false });
});
