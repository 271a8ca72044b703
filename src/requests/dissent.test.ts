import { describe, expect, it } from 'vitest';
import {
  act,
  DRAFT,
  lastNumber,
  ONLINE,
  passed,
  received,
  SIGNATORY,
  signed,
  tryAct,
} from '../../test/support/request-play.ts';
import { civil } from '../statute/civil-date.ts';
import { DEFAULT_SETTINGS } from '../statute/settings.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import type { SettleDissent } from './decide/settle-dissent.ts';
import { refuseDissent } from './dissent.ts';
import type { RequestFile } from './info-request.ts';
import { nextStep } from './next-step.ts';
import { particularsOf } from './particulars.ts';
import { trackedView } from './track.ts';

const POST = { method: 'post', carrier: 'ems', tracking: '1234567890123', evidence: '' } as const;
const TOLD = { ground: 'publicInterest', what: '施工合同的价款', why: '桥梁多次垮塌，群众生命安全所系' } as const;

/** Asked on 03-09, who had it on 03-10 and answered on 03-16; the reply is due on 2026-04-07. */
function asked(opinion: 'agrees' | 'agreesInPart' | 'disagrees'): RequestFile {
  const out = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', { name: '河东公司', about: '施工合同' });
  const consultation = lastNumber(out);
  const had = act(out, '2026-03-10', 'recordReceived', { paper: consultation });
  return act(had, '2026-03-16', 'recordThirdPartyAnswer', { consultation, opinion, why: '商业秘密' });
}
const ofParty = (file: RequestFile) => file.facts.find(({ type }) => type === 'consulted')!.n;

/** Drafted on a day, decided on, checked and signed. */
function signedAgainst(file: RequestFile, on: string, decided: Decided = TOLD): RequestFile {
  const drafted = act(file, on, 'draftReply', DRAFT);
  const settled = act(drafted, on, 'settleDissent', { consultation: ofParty(file), ...decided });
  return act(passed(settled, on), on, 'sign', {}, { as: SIGNATORY });
}
type Decided = Pick<SettleDissent, 'ground' | 'what' | 'why'>;
const WITHHELD = { ground: 'withheld', what: '', why: '合同没有公开' } as const;
/** What is sent after the signature decides nothing. */
const SENT = { ground: 'withheld', what: '', why: '' } as const;

const drafted = act(asked('disagrees'), '2026-03-20', 'draftReply', DRAFT);
const against = signedAgainst(asked('disagrees'), '2026-03-20');
const consultation = ofParty(against);
const told = act(against, '2026-03-20', 'settleDissent', { consultation, ...SENT });
const notice = lastNumber(told);
const had = act(told, '2026-03-23', 'recordReceived', { paper: notice });

describe('what a third party does not want disclosed', () => {
  it('REQ-127 is decided with the reply: nothing is signed before; who agreed holds nothing up', () => {
    const sign = (file: RequestFile) => tryAct(passed(file, '2026-03-20'), '2026-03-20', 'sign', {}, { as: SIGNATORY });
    for (const opinion of ['disagrees', 'agreesInPart'] as const)
      expect(sign(act(asked(opinion), '2026-03-20', 'draftReply', DRAFT))).toMatchObject({
        code: 'REQ-127',
        basis: '《条例》第三十二条',
        says: expect.stringMatching(/河东公司.*处理第三方的不同意见/),
      });
    expect(sign(act(drafted, '2026-03-20', 'settleDissent', { consultation, ...TOLD }))).toMatchObject({
      request: { state: 'signed' },
    });
    expect(tryAct(signed(asked('agrees'), '2026-03-20'), '2026-03-20', 'serve', POST)).toMatchObject({
      request: { state: 'served' },
    });
  });

  it('REQ-127 may be decided after the checks as well; the decision issues no letter', () => {
    const decided = act(passed(drafted, '2026-03-20'), '2026-03-20', 'settleDissent', { consultation, ...TOLD });
    expect(decided.request.state).toBe('reviewed');
    expect(decided.facts.at(-1)!.letters).toBeUndefined();
    expect(tryAct(decided, '2026-03-20', 'settleDissent', { consultation, ...TOLD })).toMatchObject({
      code: 'REQ-127',
    });
    expect(tryAct(decided, '2026-03-20', 'sign', {}, { as: SIGNATORY })).toMatchObject({
      request: { state: 'signed' },
    });
  });

  it('REQ-127 after the signature he is told what was signed, whatever is sent, and before that nothing is given', () => {
    expect(tryAct(against, '2026-03-20', 'serve', POST)).toMatchObject({
      code: 'REQ-127',
      says: expect.stringContaining('请先告知'),
    });
    expect(told.facts.at(-1)).toMatchObject({ type: 'dissentSettled', ...TOLD });
  });

  it('REQ-127 who objects only after the signature is not decided on by the officer alone: the reply is written anew', () => {
    const asksAgain = act(asked('agrees'), '2026-03-17', 'consultThirdParty', { name: '河西公司', about: '补充协议' });
    const n = lastNumber(asksAgain);
    const silent = act(asksAgain, '2026-03-17', 'recordReceived', { paper: n });
    const late = act(signed(silent, '2026-04-09'), '2026-04-10', 'recordThirdPartyAnswer', {
      consultation: n,
      opinion: 'disagrees',
      why: '商业秘密',
    });
    for (const verb of ['settleDissent', 'serve'] as const)
      expect(
        tryAct(late, '2026-04-10', verb, (verb === 'serve' ? POST : { consultation: n, ...TOLD }) as never),
      ).toMatchObject({ code: 'REQ-127', says: expect.stringContaining('不能由承办人补定') });
    expect(nextStep(late, civil('2026-04-10'), builtInCalendar)).toMatchObject({ verb: 'draftReply' });
    const anew = act(late, '2026-04-10', 'draftReply', DRAFT);
    expect(tryAct(anew, '2026-04-10', 'settleDissent', { consultation: n, ...TOLD })).toMatchObject({
      request: { state: 'drafted' },
    });
  });

  it('REQ-127 a reply that gives nothing needs no notice', () => {
    const grounds = { withheld: '施工合同，第十五条', reason: '商业秘密' };
    const refused = signed(asked('disagrees'), '2026-03-20', {
      outcome: 'thirdPartyRights',
      grounds,
      text: '不予公开。',
    });
    expect(tryAct(refused, '2026-03-20', 'settleDissent', { consultation, ...TOLD })).toMatchObject({
      code: 'REQ-127',
    });
    expect(tryAct(refused, '2026-03-20', 'serve', POST)).toMatchObject({ request: { state: 'served' } });
  });

  it('REQ-127 a party who was asked again and agreed has agreed', () => {
    const again = act(asked('disagrees'), '2026-03-17', 'consultThirdParty', { name: '河东公司', about: '合同价款' });
    const n = lastNumber(again);
    const had = act(again, '2026-03-17', 'recordReceived', { paper: n });
    const agreed = act(had, '2026-03-18', 'recordThirdPartyAnswer', { consultation: n, opinion: 'agrees', why: '' });
    expect(tryAct(signed(agreed, '2026-03-20'), '2026-03-20', 'serve', POST)).toMatchObject({
      request: { state: 'served' },
    });
  });

  it('REQ-127 each party is dealt with by himself, of the reply that stands', () => {
    const other = act(asked('disagrees'), '2026-03-17', 'consultThirdParty', { name: '河西公司', about: '补充协议' });
    const n = lastNumber(other);
    const had = act(other, '2026-03-17', 'recordReceived', { paper: n });
    const both = act(
      act(had, '2026-03-18', 'recordThirdPartyAnswer', { consultation: n, opinion: 'disagrees', why: '同上' }),
      '2026-03-20',
      'draftReply',
      DRAFT,
    );
    const one = act(both, '2026-03-20', 'settleDissent', { consultation, ...WITHHELD });
    const sign = (file: RequestFile) => tryAct(passed(file, '2026-03-20'), '2026-03-20', 'sign', {}, { as: SIGNATORY });
    expect(sign(one)).toMatchObject({ says: expect.stringMatching(/^“河西公司”/) });
    const all = sign(act(one, '2026-03-20', 'settleDissent', { consultation: n, ...TOLD })) as RequestFile;
    // Where nothing of his is disclosed there is nothing to tell him.
    expect(tryAct(all, '2026-03-20', 'settleDissent', { consultation, ...SENT })).toMatchObject({ code: 'REQ-127' });
    expect(tryAct(all, '2026-03-20', 'serve', POST)).toMatchObject({ says: expect.stringMatching(/^“河西公司”/) });
    const anew = act(all, '2026-03-23', 'draftReply', DRAFT);
    expect(tryAct(passed(anew, '2026-03-23'), '2026-03-23', 'sign', {}, { as: SIGNATORY })).toMatchObject({
      says: expect.stringContaining('“河东公司”、“河西公司”'),
    });
  });

  it.each([
    ['no such consultation', { consultation: 99, ...TOLD }],
    ['nothing of what is disclosed', { consultation, ...TOLD, what: ' \u200b' }],
    ['no reason', { consultation, ...TOLD, why: '' }],
    ['another ground', { consultation, ...TOLD, ground: 'constructor' as never }],
  ])('REQ-127 refuses %s', (_, particulars) =>
    expect(tryAct(drafted, '2026-03-20', 'settleDissent', particulars)).toMatchObject({ code: 'REQ-127' }),
  );

  it('REQ-127 is not decided before the draft nor told before the signature', () => {
    for (const file of [drafted, against])
      expect(
        tryAct(file, '2026-03-19', 'settleDissent', { consultation, ...TOLD }, { today: '2026-03-20' }),
      ).toMatchObject({ code: 'REQ-127', says: expect.stringContaining('2026年3月20日') });
  });
});

describe('the days he has', () => {
  it('REQ-128 five workdays from his receipt on 2026-03-23: to be given from 2026-03-31', () => {
    expect(tryAct(told, '2026-03-23', 'serve', POST)).toMatchObject({ code: 'REQ-128' });
    expect(tryAct(had, '2026-03-30', 'serve', POST)).toMatchObject({
      code: 'REQ-128',
      says: expect.stringContaining('2026年3月31日'),
    });
    expect(tryAct(had, '2026-03-31', 'serve', POST)).toMatchObject({ request: { state: 'served' } });
  });

  it('REQ-128 never past the day of the reply, which the wait does not move', () => {
    const late = act(against, '2026-04-03', 'settleDissent', { consultation, ...TOLD });
    expect(tryAct(late, '2026-04-03', 'serve', POST)).toMatchObject({ code: 'REQ-128' });
    expect(tryAct(late, '2026-04-07', 'serve', POST)).toMatchObject({ request: { state: 'served' } });
  });

  it.each([
    [0, '2026-03-23'],
    [1, '2026-03-25'],
    [15, '2026-04-07'],
  ])('REQ-128 a county that sets %i workdays gives from %s', (thirdPartyWaitWorkdays, from) => {
    const calendar = { ...builtInCalendar, settings: { ...DEFAULT_SETTINGS, thirdPartyWaitWorkdays } };
    const day = civil(from);
    expect(refuseDissent(had, day, calendar)).toBeUndefined();
    if (from !== '2026-03-23')
      expect(refuseDissent(had, civil('2026-03-24'), calendar)).toMatchObject({ code: 'REQ-128' });
  });

  it('REQ-128 the next step is his notice, its receipt, the wait, then the applicant', () => {
    const step = (file: RequestFile, today: string) => nextStep(file, civil(today), builtInCalendar);
    expect(step(drafted, '2026-03-20')).toMatchObject({ verb: 'settleDissent', waitsFor: null });
    expect(step(passed(drafted, '2026-03-20'), '2026-03-20')).toMatchObject({ verb: 'settleDissent' });
    expect(step(against, '2026-03-20')).toMatchObject({ verb: 'settleDissent', waitsFor: null });
    expect(step(told, '2026-03-20')).toMatchObject({ verb: 'recordReceived' });
    expect(step(had, '2026-03-24')).toMatchObject({ verb: 'serve', waitsFor: '河东公司' });
    expect(step(had, '2026-03-31')).toMatchObject({ verb: 'serve', waitsFor: null });
    const back = act(told, '2026-03-24', 'recordReturn', { paper: notice, reason: 'moved', note: '' });
    expect(step(back, '2026-03-24')).toMatchObject({ verb: 'serveAgain' });
  });
});

describe('his notice', () => {
  it('LET-2 says what is disclosed and why, and his remedies; it names nobody who asked', () => {
    const fact = told.facts.at(-1)!;
    expect(fact.letters).toMatchObject([{ kind: 'thirdPartyNotice', number: '示政公开告〔2026〕1号' }]);
    expect(particularsOf(fact, told.facts).map(({ text }) => text)).toEqual([
      '河东公司',
      '理由合理，但不公开可能对公共利益造成重大影响，决定公开',
      TOLD.what,
      TOLD.why,
      '已经签发，书面告知第三方',
    ]);
    const settled = act(drafted, '2026-03-20', 'settleDissent', { consultation, ...WITHHELD });
    expect(settled.facts.at(-1)!.letters).toBeUndefined();
  });

  it('LET-8 nothing of it reaches the applicant, who cannot confirm it for him either', () => {
    const view = JSON.stringify(trackedView(had, civil('2026-03-24'), builtInCalendar));
    for (const word of ['河东公司', TOLD.what, TOLD.why, '第三方的不同意见', 'thirdPartyNotice'])
      expect(view).not.toContain(word);
    expect(tryAct(told, '2026-03-23', 'recordReceived', { paper: notice }, ONLINE)).toMatchObject({ code: 'REQ-28' });
  });

  it('REQ-78 goes on paper only', () => {
    const back = act(told, '2026-03-24', 'recordReturn', { paper: notice, reason: 'moved', note: '' });
    const online = { paper: notice, method: 'electronic', arrival: 'mailbox', evidence: '回执' } as const;
    expect(tryAct(back, '2026-03-25', 'serveAgain', online)).toMatchObject({ code: 'REQ-78' });
  });
});
