import { expect, it } from 'vitest';
import { officerOf } from '../../test/support/scene.ts';
import { canonical, sm3 } from '../ledger/entry.ts';
import { IDENTITY_REASONS } from './identity-reasons.ts';
import { permitLookList, permitLooks, reasonOfLook } from './looks.ts';

it.each(Object.entries(IDENTITY_REASONS))(
  'SEC-22 the reason “%s” is told by what the ledger keeps of it',
  (reason, { term }) => {
    const contentHash = sm3(canonical({ reason }));
    expect(reasonOfLook({ verb: 'openedIdentity', contentHash })).toBe(term);
    expect(reasonOfLook({ verb: 'served', contentHash })).toBeNull();
    expect(reasonOfLook({ verb: 'openedIdentity', contentHash: sm3('something else') })).toBeNull();
  },
);

it('SEC-22 handlers, office heads and auditors of the agency read the looks at a file', () => {
  const may = (['handler', 'officeHead', 'auditor', 'signatory', 'legal', 'securityAdmin'] as const).filter(
    (role) => permitLooks(officerOf('county', role), 'county').allowed,
  );
  expect(may).toEqual(['handler', 'officeHead', 'auditor']);
  expect(permitLooks(officerOf('town', 'handler'), 'county').allowed).toBe(false);
});

it('SEC-23 the list of them all is the auditor’s, of every agency it names', () => {
  const auditor = officerOf('county', 'auditor');
  expect(permitLookList(auditor, ['county']).allowed).toBe(true);
  expect(permitLookList(auditor, ['county', 'elsewhere']).allowed).toBe(false);
  expect(permitLookList(officerOf('county', 'officeHead'), ['county']).allowed).toBe(false);
});
