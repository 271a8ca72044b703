import { describe, expect, it } from 'vitest';
import { act, DRAFT, HANDLER, received, tryAct } from '../../../test/support/request-play.ts';
import { SYSTEM } from '../../people/actor.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { dueOf } from '../deadlines.ts';
import { particularsOf } from '../particulars.ts';

const asked = (verb: 'consultThirdParty' | 'consultCoProducer' | 'consultAgency') =>
  act(received('2026-03-02'), '2026-03-09', verb, { name: '某方', about: '施工图' });
const told = (verb: Parameters<typeof asked>[0]) => act(asked(verb), '2026-03-11', 'recordReceived', { paper: 2 });
const ONE = { consultation: 2 };

describe('期满未提出意见', () => {
  it('REQ-83 noted by the product the day after the fifteenth workday, once, and by nobody else', () => {
    const silent = told('consultThirdParty');
    expect(tryAct(silent, '2026-04-01', 'noteSilence', ONE, { as: SYSTEM })).toMatchObject({ code: 'REQ-83' });
    const noted = act(silent, '2026-04-02', 'noteSilence', ONE, { as: SYSTEM });
    expect(tryAct(noted, '2026-04-03', 'noteSilence', ONE, { as: SYSTEM })).toMatchObject({ code: 'REQ-83' });
    expect(tryAct(silent, '2026-04-02', 'noteSilence', ONE, { as: HANDLER })).toMatchObject({ code: 'NOT_YOUR_ROLE' });
  });

  it.each([
    ['consultThirdParty', '不视为同意'],
    ['consultCoProducer', '视为同意公开'],
  ] as const)('REQ-84 %s: a person confirms what follows, and the file says so', (verb, says) => {
    const silent = told(verb);
    expect(tryAct(silent, '2026-04-01', 'confirmSilence', ONE)).toMatchObject({ code: 'REQ-84' });
    const confirmed = act(silent, '2026-04-02', 'confirmSilence', ONE);
    expect(confirmed.request.state).toBe('inProcess');
    expect(particularsOf(confirmed.facts.at(-1)!, confirmed.facts).at(-1)!.text).toContain(says);
    expect(particularsOf(confirmed.facts.at(-1)!, confirmed.facts).at(-1)!.text).toContain('2026年4月1日');
    // K14: the clock had reckoned the silence already, so the confirmation moves no day.
    expect(dueOf(confirmed, civil('2026-04-02'), builtInCalendar)).toBe('2026-04-23');
    expect(tryAct(confirmed, '2026-04-03', 'confirmSilence', ONE)).toMatchObject({ code: 'WRONG_STATE' });
    expect(tryAct(confirmed, '2026-04-03', 'draftReply', DRAFT)).toMatchObject({ request: { state: 'drafted' } });
  });

  it('REQ-84 K15: an opinion that comes after it is kept and prolongs nothing', () => {
    const confirmed = act(told('consultThirdParty'), '2026-04-02', 'confirmSilence', ONE);
    const late = { ...ONE, opinion: 'disagrees', why: '商业秘密' } as const;
    const kept = act(confirmed, '2026-04-10', 'recordThirdPartyAnswer', late);
    expect(kept.request.state).toBe('inProcess');
    expect(dueOf(kept, civil('2026-04-10'), builtInCalendar)).toBe('2026-04-23');
  });

  it('REQ-84 without a known receipt, and of another agency, silence says nothing', () => {
    expect(tryAct(asked('consultThirdParty'), '2026-05-20', 'confirmSilence', ONE)).toMatchObject({ code: 'REQ-84' });
    expect(tryAct(told('consultAgency'), '2026-05-20', 'confirmSilence', ONE)).toMatchObject({ code: 'REQ-84' });
  });
});
