import { expect, it } from 'vitest';
import { HANDLER, HEAD, officer } from '../../../test/support/request-play.ts';
import { PUBLIC, SYSTEM } from '../../people/actor.ts';
import { permit } from './permissions.ts';

it('REM-7 法制, the head of the office and 统计 record cases at their agency; nobody else does', () => {
  for (const actor of [officer('l', 'legal'), HEAD, officer('r', 'reporter'), SYSTEM])
    expect(permit(actor, 'recordRemedy', 'county')).toEqual({ allowed: true });
  for (const actor of [HANDLER, PUBLIC])
    expect(permit(actor, 'recordRemedy', 'county')).toMatchObject({ allowed: false });
  expect(permit(officer('l', 'legal'), 'recordResult', 'town')).toMatchObject({ allowed: false });
  expect(permit(officer('r', 'reporter'), 'recordNextInstance', 'county')).toMatchObject({ allowed: false });
});
