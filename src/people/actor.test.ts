import { expect, it } from 'vitest';
import { isRefusal, refuse } from '../statute/refusal.ts';
import { ALLOWED, denied, inSomeCapacity, type OfficerActor, permitInSome, requireRole } from './actor.ts';

const one = (id: string, reach: OfficerActor['reach']): OfficerActor => ({
  ...{ kind: 'officer', id, name: id, agencyId: 'county' },
  reach,
});
const own = one('d', { handler: ['county'] });
const forHead = one('d/head', { officeHead: ['county'] });
const forTown = one('d/town', { officeHead: ['town'], handler: ['county'] });
const deputy: OfficerActor = {
  ...own,
  reach: { handler: ['county'], officeHead: ['county', 'town'] },
  capacities: [own, forHead, forTown],
};
const handOf = (role: 'handler' | 'officeHead', agencyId: string) =>
  inSomeCapacity(
    deputy,
    (as) => {
      const permission = requireRole(as, [role], agencyId);
      return permission.allowed ? as.id : permission.refusal;
    },
    (outcome) => (isRefusal(outcome) ? outcome : null),
  );

it('SEC-34 his own posts come first, then those he stands in for, in their order', () => {
  expect(handOf('handler', 'county')).toBe('d');
  expect(handOf('officeHead', 'county')).toBe('d/head');
  expect(handOf('officeHead', 'town')).toBe('d/town');
  expect(handOf('handler', 'town')).toMatchObject({ code: 'NOT_YOUR_ROLE' });
});

it('SEC-34 where all are refused, what is told is more than that a role is missing', () => {
  const FOUR_EYES = refuse('REV-2', '四眼原则', '这一稿是你写的。');
  const permission = permitInSome(deputy, (as) => {
    const byRole = requireRole(as, ['officeHead'], 'county');
    return byRole.allowed ? denied(FOUR_EYES) : byRole;
  });
  expect(permission).toEqual(denied(FOUR_EYES));
  expect(permitInSome(own, () => ALLOWED)).toBe(ALLOWED);
});
