import { describe, expect, it } from 'vitest';
import { act, HANDLER, HEAD, ONLINE, REGISTER, received, SIGNATORY } from '../../test/support/request-play.ts';
import { officerOf } from '../../test/support/scene.ts';
import { PUBLIC, SYSTEM } from '../people/actor.ts';
import { ROLES, type RoleName } from '../people/role.ts';
import { civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { permit, permitAct, permitOpening, permittedVerbs } from './permissions.ts';
import { REQUEST_STATES, STATES } from './states.ts';
import { FILE_VERBS, verbOf } from './verbs.ts';

const file = received('2026-03-02');
const inState = (state: (typeof REQUEST_STATES)[number]) => ({ ...file, request: { ...file.request, state } });

/** States × roles → verbs, as the office would put it on the wall. */
function goldenMatrix(): string {
  const actors = [
    ...(Object.keys(ROLES) as RoleName[]).map(
      (role) => [ROLES[role].term, officerOf('county', role), undefined] as const,
    ),
    ['部门联络员（本机关的协办）', officerOf('finance', 'liaison'), { task: 2 }] as const,
    ['申请人（凭查询码）', PUBLIC, { codeDigest: file.codeDigest }] as const,
    ['系统', SYSTEM, undefined] as const,
  ];
  const asked = { to: 'finance', what: '请检索', dueOn: civil('2026-03-10') };
  const { facts } = act(file, '2026-03-02', 'sendTask', asked);
  const blocks = REQUEST_STATES.map((state) => {
    const lines = actors.flatMap(([term, actor, shown]) => {
      const verbs = FILE_VERBS.filter((verb) => permitAct(actor, verb, { ...inState(state), facts }, shown).allowed);
      return verbs.length > 0 ? [`  ${term}：${verbs.map((verb) => verbOf(verb).term).join('、')}`] : [];
    });
    return [`【${STATES[state].term}】`, ...(lines.length > 0 ? lines : ['  无'])].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

describe('permissions', () => {
  it('REQ-40 the golden matrix', async () => expect(goldenMatrix()).toMatchFileSnapshot('./permissions.golden.txt'));

  it('REQ-40 a right at one agency is none at another', () => {
    const elsewhere = { ...file, request: { ...file.request, agencyId: 'town' } };
    expect(permitAct(HANDLER, 'draftReply', file)).toEqual({ allowed: true });
    expect(permitAct(HANDLER, 'draftReply', elsewhere)).toMatchObject({ refusal: { code: 'NOT_YOUR_ROLE' } });
  });

  it('REQ-41 the applicant acts with his code and no other', () => {
    expect(permitAct(PUBLIC, 'withdraw', file, { codeDigest: file.codeDigest })).toEqual({ allowed: true });
    for (const shown of [undefined, {}, { codeDigest: 'another' }])
      expect(permitAct(PUBLIC, 'withdraw', file, shown)).toMatchObject({ refusal: { code: 'NOT_YOUR_FILE' } });
    expect(permitAct(PUBLIC, 'sign', file, { codeDigest: file.codeDigest })).toMatchObject({ allowed: false });
  });

  it('REQ-41 online anyone applies through the portal; what came otherwise is registered by the office', () => {
    expect(permit(ONLINE.as, { ...REGISTER, channel: 'web' }, null)).toEqual({ allowed: true });
    expect(permit(ONLINE.as, REGISTER, null)).toMatchObject({ allowed: false });
    expect(permit(HANDLER, REGISTER, null)).toEqual({ allowed: true });
    expect(permit(SIGNATORY, REGISTER, null)).toMatchObject({ allowed: false });
  });

  it('REQ-33 carried over by handlers, by those who keep the figures, and by the opening of a county', () => {
    const command = { verb: 'openWithCarriedOver', agencyId: 'county', channel: 'counter' } as const;
    for (const actor of [HANDLER, officerOf('county', 'reporter'), SYSTEM])
      expect(permitOpening(actor, command)).toEqual({ allowed: true });
    for (const actor of [PUBLIC, SIGNATORY]) expect(permitOpening(actor, command)).toMatchObject({ allowed: false });
  });

  it('REQ-42 a greyed button says why: role, state, and what the clock forbids', () => {
    const on = (actor: typeof HANDLER, day: string, verb: string) =>
      permittedVerbs(actor, file, civil(day), builtInCalendar).find((answer) => answer.verb === verb);
    expect(on(HANDLER, '2026-03-03', 'askCorrection')).toMatchObject({ allowed: true, refusal: null });
    expect(on(HANDLER, '2026-03-03', 'extend')).toMatchObject({ refusal: { code: 'NOT_YOUR_ROLE' } });
    expect(on(HANDLER, '2026-03-03', 'serve')).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
    expect(on(HEAD, '2026-03-30', 'extend')).toMatchObject({ allowed: true });
  });

  it('REQ-93 after its last day a step is still open for a day within its period, and says which is the last', () => {
    const at = (day: string, verb: (typeof FILE_VERBS)[number], of = file, actor = HEAD) =>
      permittedVerbs(actor, of, civil(day), builtInCalendar).find((answer) => answer.verb === verb);
    expect(at('2026-03-11', 'askCorrection')).toMatchObject({ allowed: true, lateUntil: null });
    expect(at('2026-03-12', 'askCorrection')).toMatchObject({ allowed: true, refusal: null, lateUntil: '2026-03-11' });
    for (const verb of ['extend', 'noticeFee'] as const)
      expect(at('2026-03-31', verb)).toMatchObject({ allowed: true, lateUntil: '2026-03-30' });
    expect(at('2026-03-31', 'extend', file, HANDLER)).toMatchObject({ allowed: false, lateUntil: null });
    // Refused for another reason it is not a matter of the day.
    const extended = act(
      file,
      '2026-03-27',
      'extend',
      { consentedOn: civil('2026-03-27'), workdays: 5, why: '量大' },
      { as: HEAD },
    );
    expect(at('2026-04-20', 'extend', extended)).toMatchObject({ allowed: false, refusal: { code: 'REQ-15' } });
    const asked = act(file, '2026-03-11', 'askCorrection', { what: '写明路段', workdays: 10 });
    const told = act(asked, '2026-03-11', 'recordReceived', { paper: 2 });
    const given = act(told, '2026-03-26', 'abandonUncorrected', { why: '电话未接' });
    expect(at('2026-04-01', 'receiveCorrection', given)).toMatchObject({ allowed: true, lateUntil: '2026-03-25' });
    expect(at('2026-04-01', 'recordPayment', given)).toMatchObject({ allowed: false, refusal: { code: 'REQ-94' } });
  });
});
