import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { OfficerActor } from './actor.ts';
import type { OfficerRecord } from './administration.ts';
import { type Deputation, type DeputationLoaded, decide, permit } from './deputation.ts';
import type { RoleName } from './role.ts';

const record = (id: string, roles: readonly RoleName[], change: Partial<OfficerRecord> = {}): OfficerRecord => ({
  ...{ id, agencyId: 'county', name: id, signInName: id, active: true },
  rights: roles.map((role) => ({ role, agencyId: 'county' })),
  ...change,
});
const actor = (id: string, reach: OfficerActor['reach'] = {}): OfficerActor => ({
  ...{ kind: 'officer', id, name: id, agencyId: 'county', reach },
});
const PRINCIPAL = record('李四', ['officeHead', 'signatory', 'securityAdmin']);
const DEPUTY = record('张三', ['handler']);
const loaded = (change: Partial<DeputationLoaded> = {}): DeputationLoaded => ({
  ...{ principal: PRINCIPAL, deputy: DEPUTY, deputation: null, others: [], line: ['county'] },
  ...change,
});
const GIVE = {
  verb: 'depute',
  ...{ principalId: '李四', deputyId: '张三', roles: ['signatory'] },
  ...{ from: '2026-03-02', to: '2026-03-06', reason: '休假' },
} as const;
const scene = { id: 'dep1', actor: actor('李四'), today: civil('2026-03-02'), at: new Date('2026-03-02T02:00:00Z') };
const given = (change: object = {}, state: Partial<DeputationLoaded> = {}) => {
  const next = decide(loaded(state), { ...GIVE, ...change }, scene);
  return isRefusal(next) ? next.code : 'given';
};
const kept = (change: Partial<Deputation> = {}): Deputation => ({
  ...(decide(loaded(), GIVE, scene) as Deputation),
  ...change,
});

describe('交办代理', () => {
  it('SEC-30 keeps who, for whom, which posts, from when to when and why', () => {
    expect(decide(loaded(), GIVE, scene)).toEqual({
      id: 'dep1',
      ...{ principalId: '李四', deputyId: '张三', roles: ['signatory'] },
      ...{ from: '2026-03-02', to: '2026-03-06', reason: '休假' },
      ...{ givenBy: '李四', givenAt: scene.at, endedAt: null },
    });
    expect(given({ reason: ' ' })).toBe('SEC-30');
    expect(given({ roles: [] })).toBe('SEC-30');
  });

  it('SEC-31 only posts of his own, none of the three administrators, to another in office who is none of them', () => {
    expect(given({ roles: ['signatory', 'officeHead'] })).toBe('given');
    for (const roles of [['legal'], ['signatory', 'legal'], ['securityAdmin'], ['emperor'], ['__proto__']])
      expect([roles, given({ roles })]).toEqual([roles, 'SEC-31']);
    expect(given({}, { deputy: PRINCIPAL })).toBe('SEC-31');
    expect(given({}, { deputy: record('张三', [], { active: false }) })).toBe('SEC-31');
    expect(given({}, { principal: { ...PRINCIPAL, active: false } })).toBe('SEC-31');
    for (const role of ['systemAdmin', 'securityAdmin', 'auditor'] as const)
      expect(given({}, { deputy: record('张三', ['handler', role]) })).toBe('SEC-31');
  });

  it.each([
    ['2026-03-02', '2026-03-02', 'given'],
    ['2026-03-01', '2026-03-06', 'SEC-32'],
    ['2026-03-06', '2026-03-05', 'SEC-32'],
    ['2026-03-02', '2027-03-02', 'given'],
    ['2026-03-02', '2027-03-03', 'SEC-32'],
    ['2026-02-30', '2026-03-06', 'SEC-32'],
    ['', '', 'SEC-32'],
  ])('SEC-32 from %s to %s: %s', (from, to, outcome) => expect(given({ from, to })).toBe(outcome));

  it('SEC-32 the same post is not lent twice to the same person for one day', () => {
    const others = [kept()];
    expect(given({ from: '2026-03-06', to: '2026-03-09' }, { others })).toBe('SEC-32');
    expect(given({ from: '2026-03-07', to: '2026-03-09' }, { others })).toBe('given');
    expect(given({ roles: ['officeHead'] }, { others })).toBe('given');
    expect(given({ roles: ['officeHead', 'signatory'] }, { others })).toBe('SEC-32');
  });

  it('SEC-30 is ended once, and not after its last day', () => {
    const end = { verb: 'endDeputation', deputationId: 'dep1' } as const;
    const ended = (deputation: Deputation, today = '2026-03-06') =>
      decide(loaded({ deputation }), end, { ...scene, today: civil(today) });
    expect(ended(kept())).toMatchObject({ endedAt: scene.at });
    expect(ended(kept({ endedAt: scene.at }))).toMatchObject({ code: 'WRONG_STATE' });
    expect(ended(kept(), '2026-03-07')).toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('谁可以交办', () => {
  const may = (
    who: OfficerActor,
    state: Partial<DeputationLoaded> = {},
    command: Parameters<typeof permit>[1] = GIVE,
  ) => {
    const permission = permit(who, command, loaded(state));
    return permission.allowed ? 'may' : permission.refusal.code;
  };
  const admin = (id: string, ...agencies: string[]) => actor(id, { securityAdmin: agencies });

  it('SEC-30 the principal, within his line of agencies, and who administers the rights of both', () => {
    expect(may(actor('李四'))).toBe('may');
    expect(may(actor('李四'), { deputy: record('张三', [], { agencyId: 'other' }) })).toBe('NOT_YOUR_AGENCY');
    expect(may(admin('安', 'county'))).toBe('may');
    const elsewhere = { deputy: record('张三', [], { agencyId: 'other' }) };
    expect(may(admin('安', 'county'), elsewhere)).toBe('NOT_YOUR_OWN');
    expect(may(admin('安', 'county', 'other'), elsewhere)).toBe('may');
    const farRight = { principal: record('李四', [], { rights: [{ role: 'signatory', agencyId: 'other' }] }) };
    expect(may(admin('安', 'county'), farRight)).toBe('NOT_YOUR_OWN');
  });

  it('SEC-31 neither the deputy nor a colleague, nor a deputy in the name of the principal', () => {
    expect(may(actor('张三', { officeHead: ['county'] }))).toBe('NOT_YOUR_OWN');
    expect(may(actor('王五', { officeHead: ['county'] }))).toBe('NOT_YOUR_OWN');
    expect(may(actor('王五/李四', { officeHead: ['county'], signatory: ['county'] }))).toBe('NOT_YOUR_OWN');
  });

  it('SEC-10 an administrator gives nothing to himself', () => {
    expect(may(admin('张三', 'county'))).toBe('NOT_YOUR_OWN');
  });

  it('SEC-30 either of the two and the administrator may end it, nobody else', () => {
    const end = { verb: 'endDeputation', deputationId: 'dep1' } as const;
    for (const who of [actor('李四'), actor('张三'), admin('安', 'county')]) expect(may(who, {}, end)).toBe('may');
    for (const who of [actor('王五', { officeHead: ['county'] }), admin('安', 'other'), actor('王五/李四')])
      expect(may(who, {}, end)).toBe('NOT_YOUR_ROLE');
  });
});
