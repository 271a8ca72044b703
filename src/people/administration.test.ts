import { describe, expect, it } from 'vitest';
import { type AdministrationLoaded, decide, type OfficerRecord } from './administration.ts';

const admin: OfficerRecord = {
  id: 'a',
  agencyId: 'county',
  name: '安管理',
  signInName: 'an',
  active: true,
  rights: [{ role: 'securityAdmin', agencyId: 'county' }],
};
const loaded = (officer: OfficerRecord, otherAdministrators: number): AdministrationLoaded => ({
  agencyIds: ['county'],
  officer,
  nameTaken: false,
  otherAdministrators,
});

describe('最后一位安全管理员', () => {
  it('SEC-11 stays until there is another', () => {
    const stop = { verb: 'stop', officerId: 'a' } as const;
    const move = { verb: 'giveRoles', officerId: 'a', rights: [{ role: 'editor', agencyId: 'county' }] } as const;
    expect(decide(loaded(admin, 0), stop, 'x')).toMatchObject({ refused: true, code: 'SEC-11' });
    expect(decide(loaded(admin, 0), move, 'x')).toMatchObject({ refused: true, code: 'SEC-11' });
    expect(decide(loaded(admin, 1), stop, 'x')).toMatchObject({ officer: { active: false } });
    expect(decide(loaded(admin, 1), move, 'x')).toMatchObject({ officer: { rights: move.rights } });
  });

  it('SEC-11 an account that is stopped, or gives no rights, is not the last', () => {
    const move = { verb: 'giveRoles', officerId: 'a', rights: [] } as const;
    expect(decide(loaded({ ...admin, active: false }, 0), move, 'x')).toMatchObject({ officer: { rights: [] } });
    expect(decide(loaded({ ...admin, rights: [] }, 0), move, 'x')).toMatchObject({ officer: { rights: [] } });
  });

  it('a right that is given twice is one', () => {
    const right = { role: 'editor', agencyId: 'county' } as const;
    const give = { verb: 'giveRoles', officerId: 'a', rights: [right, { ...right }] } as const;
    expect(decide(loaded(admin, 1), give, 'x')).toMatchObject({ officer: { rights: [right] } });
  });
});
