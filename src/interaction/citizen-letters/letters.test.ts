import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import type { Actor } from '../../people/actor.ts';
import { deputyHand } from '../../people/hand.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { workCalendar } from '../../statute/work-calendar.ts';
import type { CitizenLetter, LetterFile } from './citizen-letter.ts';
import { letterClock } from './clock.ts';
import type { LetterAct } from './commands.ts';
import { decideLetter } from './decide.ts';
import { proposeMasked } from './masking.ts';
import { permitLetter } from './permissions.ts';

const CALENDAR = workCalendar(HOLIDAY_NOTICES, DEFAULT_SETTINGS);
const LETTER: CitizenLetter = {
  id: 'l',
  agencyId: 'county',
  queryNumber: '2026000001',
  kind: 'consultation',
  title: '路灯',
  body: '路灯不亮',
  mayPublish: true,
  receivedOn: civil('2026-02-09'),
  state: 'received',
  simple: null,
  answeredOn: null,
  published: null,
};
const fileOf = (change: Partial<CitizenLetter> = {}): LetterFile => ({
  letter: { ...LETTER, ...change },
  facts: [
    { type: 'received', n: 1, on: LETTER.receivedOn, recordedAt: '', by: 'public' },
    { type: 'drafted', text: '已经修好', n: 2, on: LETTER.receivedOn, recordedAt: '', by: 'officer-officeHead' },
  ],
  codeDigest: 'digest',
});
const at = (today: string, change: Partial<CitizenLetter> = {}) => letterClock(fileOf(change), civil(today), CALENDAR);
const decide = (command: LetterAct, change: Partial<CitizenLetter> = {}) =>
  decideLetter(
    { file: fileOf(change), agencyKnown: true },
    command,
    sceneOn('2026-02-12', officerOf('county', 'handler')),
  );

describe('答复期限', () => {
  it.each([
    // Received on a Monday; Spring Festival 15–23 February, 14 and 28 February are worked.
    ['not looked at yet', null, '2026-02-14'],
    ['a simple question', true, '2026-02-14'],
    ['any other, ten workdays over Spring Festival', false, '2026-02-28'],
  ])('INT-2 %s', (_, simple, due) => expect(at('2026-02-10', { simple }).due).toBe(due));

  it.each([
    ['2026-04-09', 'none'],
    ['2026-04-10', 'yellow'],
    ['2026-04-30', 'orange'],
    ['2026-05-09', 'red'],
    ['2026-05-10', 'over'],
  ])('INT-3 on %s the veto of three months is %s', (today, veto) => expect(at(today).veto).toBe(veto));

  it('INT-3 ends with the answer, and on the last day of a month that has no such day', () => {
    expect(at('2026-09-01', { answeredOn: civil('2026-03-01') }).veto).toBe('none');
    expect(at('2026-03-01', { receivedOn: civil('2025-11-30') }).veto).toBe('over');
    expect(at('2026-02-28', { receivedOn: civil('2025-11-30') }).veto).toBe('red');
  });

  it('INT-3 a transfer moves the letter and not its day', () => {
    const done = decide({ verb: 'transfer', letterId: 'l', to: 'town', why: '归镇里管' });
    expect(done).toMatchObject({ next: { letter: { agencyId: 'town', receivedOn: '2026-02-09', state: 'received' } } });
  });
});

describe('办理', () => {
  it('INT-4 is refused only with a door to go to', () => {
    expect(decide({ verb: 'refuse', letterId: 'l', reason: 'petition', where: ' ' })).toMatchObject({ code: 'INT-4' });
    expect(isRefusal(decide({ verb: 'refuse', letterId: 'l', reason: 'petition', where: '县信访局' }))).toBe(false);
  });

  it('INT-5 nobody checks the answer he drafted, and one that is rewritten is checked again', () => {
    const command = { verb: 'check', letterId: 'l', passed: true, opinion: '' } as const;
    const [drafter, other] = [officerOf('county', 'officeHead'), officerOf('county', 'signatory')];
    const file = fileOf({ state: 'drafted' });
    expect(permitLetter(drafter, command, file)).toMatchObject({ allowed: false, refusal: { code: 'INT-5' } });
    expect(permitLetter(other, command, file).allowed).toBe(true);
    const again = decide({ verb: 'draft', letterId: 'l', text: '改过' }, { state: 'checked' });
    expect(again).toMatchObject({ next: { letter: { state: 'drafted' } } });
  });

  it('INT-5 nor does who stands in for the drafter, nor the drafter for whom somebody else stood in', () => {
    const command = { verb: 'check', letterId: 'l', passed: true, opinion: '' } as const;
    const file = fileOf({ state: 'drafted' });
    const draftedBy = (by: string) => ({ ...file, facts: file.facts.map((fact) => ({ ...fact, by })) });
    const checks = (id: string) => ({ ...officerOf('county', 'signatory'), id }) as Actor;
    // [who drafted, who checks, whose draft he is told it is]
    for (const [by, id, whose] of [
      ['a', deputyHand('a', 'b'), '你'],
      ['a', deputyHand('b', 'a'), '你代理的人'],
      [deputyHand('a', 'b'), 'a', '你'],
      [deputyHand('a', 'b'), 'b', '你的代理人'],
    ] as const)
      expect(permitLetter(checks(id), command, draftedBy(by))).toMatchObject({
        allowed: false,
        refusal: { code: 'INT-5', says: `答复是${whose}拟的，请由另一个人审核。` },
      });
    expect(permitLetter(checks(deputyHand('c', 'b')), command, draftedBy('a')).allowed).toBe(true);
  });

  it('INT-8 proposes what to mask, and lets nothing certain out', () => {
    expect(proposeMasked('电话13912345678，身份证11010519491231002X，住3幢502室')).not.toMatch(/12345678|19491231|502/);
    expect(proposeMasked('文号〔2026〕12号，二十人')).toBe('文号〔2026〕12号，二十人');
    const text = { title: '路灯', body: '我是11010519491231002X', answer: '好' };
    expect(decide({ verb: 'publish', letterId: 'l', ...text }, { state: 'answered' })).toMatchObject({ code: 'INT-8' });
    const publisher = officerOf('county', 'publisher');
    const file = fileOf({ state: 'answered', mayPublish: false });
    expect(permitLetter(publisher, { verb: 'publish', letterId: 'l', ...text }, file)).toMatchObject({
      refusal: { code: 'INT-8' },
    });
  });
});
