import { expect, it } from 'vitest';
import { act, lastNumber, received, signed, tryRegister } from '../../test/support/request-play.ts';
import { type CivilDate, civil } from '../statute/civil-date.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import type { RequestFile } from './info-request.ts';
import { nextStep } from './next-step.ts';

const step = (file: RequestFile, today: string) => nextStep(file, civil(today), builtInCalendar);
const PAPER = { what: '写明年份', workdays: 10 };
const asked = () => act(received('2026-03-02'), '2026-03-03', 'askCorrection', PAPER);
const consulted = (verb: 'consultThirdParty' | 'consultAgency') =>
  act(received('2026-03-02'), '2026-03-03', verb, { name: '河东公司', about: '合同' });
const got = (file: RequestFile, on: string) => act(file, on, 'recordReceived', { paper: lastNumber(file) });

it('REQ-53 the officer’s own steps, from the letter box to the archive', () => {
  const letter = tryRegister({ channel: 'ordinary-post', on: civil('2026-03-02') }) as RequestFile;
  expect(step(letter, '2026-03-02')).toEqual({ verb: 'confirmReceipt', waitsFor: null, notBy: [] });
  expect(step(received('2026-03-02'), '2026-03-03')).toMatchObject({ verb: 'draftReply' });
  const file = signed(received('2026-03-02'), '2026-03-03');
  expect(step(file, '2026-03-03')).toMatchObject({ verb: 'serve' });
  const served = act(file, '2026-03-04', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
  expect(step(served, '2026-03-04')).toMatchObject({ verb: 'archive' });
  expect(step(act(served, '2026-03-04', 'archive', {}), '2026-03-05')).toBeNull();
});

it('REQ-53 a draft waits for somebody who did not write it', () => {
  const drafted = act(received('2026-03-02'), '2026-03-03', 'draftReply', {
    outcome: 'granted',
    grounds: { provision: '复印件一份' },
    text: '予以公开。',
  });
  expect(step(drafted, '2026-03-03')).toEqual({
    verb: 'legalCheck',
    waitsFor: null,
    notBy: [drafted.facts.at(-1)!.by],
  });
});

it('REQ-53 a posted reply is awaited at the other end before it is archived', () => {
  const posted = act(signed(received('2026-03-02'), '2026-03-03'), '2026-03-04', 'serve', {
    method: 'post',
    carrier: 'ems',
    tracking: '1234567890123',
    evidence: '',
  });
  expect(step(posted, '2026-03-05')).toMatchObject({ verb: 'recordReceived', waitsFor: null });
  const signedFor = act(posted, '2026-03-06', 'recordReceived', { paper: lastNumber(posted), receiver: 'self' });
  expect(step(signedFor, '2026-03-06')).toMatchObject({ verb: 'archive' });
});

it.each<[string, string, string | null]>([
  ['2026-03-18', 'receiveCorrection', '申请人'],
  ['2026-03-19', 'abandonUncorrected', null],
])('REQ-53 on %s a correction of ten workdays from 2026-03-04 waits for: %s', (today, verb, waitsFor) => {
  expect(step(got(asked(), '2026-03-04'), today)).toMatchObject({ verb, waitsFor });
});

it('REQ-53 until the receipt of a paper is known nothing runs, so that is asked first', () => {
  expect(step(asked(), '2026-04-20')).toMatchObject({ verb: 'recordReceived', waitsFor: null });
  expect(step(consulted('consultThirdParty'), '2026-04-20')).toMatchObject({ verb: 'recordReceived' });
});

it.each<[string, string, string | null]>([
  ['2026-03-25', 'recordThirdPartyAnswer', '河东公司'],
  ['2026-03-26', 'confirmSilence', null],
])('REQ-53 on %s a third party that got its paper on 2026-03-04: %s', (today, verb, waitsFor) => {
  expect(step(got(consulted('consultThirdParty'), '2026-03-04'), today)).toMatchObject({ verb, waitsFor });
});

it('REQ-53 another agency is awaited however long it is silent', () => {
  expect(step(consulted('consultAgency'), '2026-12-01')).toMatchObject({
    verb: 'recordAgencyAnswer',
    waitsFor: '河东公司',
  });
});

it.each<[string, string, string | null]>([
  ['2026-04-01', 'recordPayment', '申请人'],
  ['2026-04-02', 'abandonUnpaid', null],
])('REQ-53 on %s a fee notice that arrived on 2026-03-04: %s', (today, verb, waitsFor) => {
  const noticed = act(received('2026-03-02'), '2026-03-03', 'noticeFee', {
    tariff: 'pages',
    pages: 40,
    why: '页数明显超过合理范围',
  });
  expect(step(got(noticed, '2026-03-04'), today as CivilDate)).toMatchObject({ verb, waitsFor });
});
