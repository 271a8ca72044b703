import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { type AdministrationLoaded, decide, type OfficerRecord } from './administration.ts';
import type { Agency } from './agency.ts';
import type { RoleName } from './role.ts';

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
  founding: null,
  nameTaken: false,
  otherAdministrators,
  mayCombine: false,
});

describe('三员分立', () => {
  const at = (...roles: RoleName[]) => roles.map((role) => ({ role, agencyId: 'county' }));
  const clerk: OfficerRecord = { ...admin, id: 'b', name: '田小禾', rights: at('handler') };
  const form = { agencyId: 'county', name: '新来的', signInName: 'xin', passwordHash: 'x' };
  it.each<RoleName[][]>([
    [['securityAdmin', 'auditor']],
    [['systemAdmin', 'securityAdmin']],
    [['auditor', 'publisher']],
    [['handler', 'systemAdmin', 'editor']],
  ])(
    'SEC-52 %j are not held by one, neither given, nor with a new account, nor by one that is taken up again',
    (roles) => {
      const rights = at(...roles);
      const give = { verb: 'giveRoles', officerId: 'b', rights } as const;
      const refused = { refused: true, code: 'SEC-52', says: expect.stringContaining('不能同时是') };
      expect(decide(loaded(clerk, 1), give, 'x')).toMatchObject(refused);
      expect(decide(loaded(clerk, 1), { verb: 'addOfficer', ...form, rights }, 'x')).toMatchObject(refused);
      const stopped = { ...clerk, active: false, rights };
      expect(decide(loaded(stopped, 1), { verb: 'resume', officerId: 'b' }, 'x')).toMatchObject(refused);
      expect(decide({ ...loaded(clerk, 1), mayCombine: true }, give, 'x')).toMatchObject({ officer: { rights } });
    },
  );

  it('SEC-52 one of the three alone, in several agencies, and several posts of the business are', () => {
    const both = [{ role: 'auditor', agencyId: 'county' } as const, { role: 'auditor', agencyId: 'finance' } as const];
    const wide = { ...loaded(clerk, 1), agencyIds: ['county', 'finance'] };
    for (const rights of [both, at('handler', 'editor', 'officeHead'), []])
      expect(decide(wide, { verb: 'giveRoles', officerId: 'b', rights }, 'x')).toMatchObject({ officer: { rights } });
  });
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

describe('成立日期', () => {
  const agency = {
    id: 'new',
    parentId: 'county',
    name: '新局',
    kind: 'department',
    creditCode: null,
    contact: {},
  } as const;
  const set = (foundedOn: string | null, reported: number[], now: Partial<Agency> = {}) =>
    decide(
      { ...loaded(admin, 1), officer: null, founding: { agency: { ...agency, ...now }, reported } },
      { verb: 'setFounding', agencyId: 'new', foundedOn: foundedOn === null ? null : civil(foundedOn) },
      'x',
    );

  it('ANR-90 is filled in, put right and taken away for an agency that is already there', () => {
    expect(set('2026-01-05', [])).toEqual({ agency: { ...agency, foundedOn: '2026-01-05' }, added: false });
    expect(set('2025-12-31', [2025], { foundedOn: civil('2026-01-05') })).toMatchObject({
      agency: { foundedOn: '2025-12-31' },
    });
    expect(set(null, [2025], { foundedOn: civil('2025-01-05') })).toEqual({ agency, added: false });
  });

  it('ANR-90 is refused where an earlier year was reported on, and after the end; the second click changes nothing', () => {
    expect(set('2026-01-05', [2026, 2024])).toMatchObject({
      code: 'ANR-90',
      says: expect.stringMatching(/2024 年度.*不能晚于 2024 年 12 月 31 日/),
    });
    expect(set('2026-01-05', [], { ended: { on: civil('2025-06-30'), successors: [] } })).toMatchObject({
      code: 'ANR-90',
      says: expect.stringContaining('2025-06-30 撤销'),
    });
    expect(set('2026-01-05', [], { foundedOn: civil('2026-01-05') })).toMatchObject({ code: 'NOTHING_CHANGED' });
  });
});
