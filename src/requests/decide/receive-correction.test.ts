import { expect, it } from 'vitest';
import { act, dueOn, lastNumber, ONLINE, received, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { dueOf } from '../deadlines.ts';
import type { RequestFile } from '../info-request.ts';

/** K12: asked and received on 2025-10-17, ten workdays: until 2025-10-31. */
function asked(): RequestFile {
  const file = act(received('2025-10-09'), '2025-10-17', 'askCorrection', { what: '写明路段', workdays: 10 });
  return act(file, '2025-10-17', 'recordReceived', { paper: lastNumber(file) });
}
const CORRECTION = { what: '东段', why: '' };
const ABANDON = { why: '电话三次未接，没有收到补正件' };

it('REQ-8 K08: the period is counted anew from the correction', () => {
  const file = act(asked(), '2025-10-28', 'receiveCorrection', CORRECTION);
  expect(file.request).toMatchObject({ state: 'inProcess', receivedOn: '2025-10-09' });
  expect(dueOn(file)).toBe('2025-11-25');
});

it('REQ-8 K12: after the period it is taken with a good reason only', () => {
  expect(tryAct(asked(), '2025-10-31', 'receiveCorrection', CORRECTION)).toMatchObject({
    request: { state: 'inProcess' },
  });
  expect(tryAct(asked(), '2025-11-06', 'receiveCorrection', CORRECTION)).toMatchObject({ code: 'REQ-8' });
  const file = act(asked(), '2025-11-06', 'receiveCorrection', { what: '东段', why: '住院，有证明' });
  expect(dueOn(file)).toBe('2025-12-04');
});

it('REQ-8 it does not come before it was asked for, and it says something', () => {
  expect(tryAct(asked(), '2025-10-16', 'receiveCorrection', CORRECTION, { today: '2025-10-20' })).toMatchObject({
    code: 'REQ-8',
  });
  expect(tryAct(asked(), '2025-10-20', 'receiveCorrection', { what: '', why: '' })).toMatchObject({ code: 'REQ-8' });
});

it('REQ-34 online it counts on the day it is handed in', () => {
  expect(tryAct(asked(), '2025-10-28', 'receiveCorrection', CORRECTION, ONLINE)).toMatchObject({
    request: { state: 'inProcess' },
  });
  expect(
    tryAct(asked(), '2025-10-28', 'receiveCorrection', CORRECTION, { ...ONLINE, today: '2025-10-29' }),
  ).toMatchObject({ code: 'REQ-34' });
});

it('REQ-106 online it is taken until the last day, whatever reason is typed afterwards; the office may still take it', () => {
  const on = (day: string) => tryAct(asked(), day, 'receiveCorrection', { what: '东段', why: '住院，有证明' }, ONLINE);
  expect(on('2025-10-31')).toMatchObject({ request: { state: 'inProcess' } });
  expect(on('2025-11-01')).toMatchObject({ code: 'REQ-106', says: expect.stringContaining('2025年10月31日') });
  const given = act(asked(), '2025-11-06', 'abandonUncorrected', ABANDON);
  const revived = tryAct(given, '2025-11-06', 'receiveCorrection', CORRECTION, ONLINE);
  expect(revived).toMatchObject({ code: 'REQ-106', says: expect.stringContaining('也可以重新申请') });
});

it('REQ-8 K31: while an opinion is out the file goes back to waiting for it, and only the days after count', () => {
  const out = act(received('2026-05-06'), '2026-05-08', 'consultThirdParty', { name: '某公司', about: '施工图' });
  const told = act(out, '2026-05-09', 'recordReceived', { paper: 2 });
  const asking = act(told, '2026-05-11', 'askCorrection', { what: '写明年份', workdays: 10 });
  const corrected = act(asking, '2026-05-15', 'receiveCorrection', { what: '2024年', why: '' });
  expect(corrected.request.state).toBe('consulting');
  const answered = act(corrected, '2026-05-22', 'recordThirdPartyAnswer', {
    consultation: 2,
    opinion: 'agrees',
    why: '',
  });
  expect(dueOn(answered)).toBe('2026-06-22');
});

it('REQ-94 handed in within the period and written down after it was taken for given up, it brings the application back', () => {
  const closed = act(asked(), '2025-11-03', 'abandonUncorrected', ABANDON);
  expect(closed.request).toMatchObject({ state: 'abandoned', outcome: 'uncorrected', closedOn: '2025-11-03' });
  const file = act(closed, '2025-10-31', 'receiveCorrection', CORRECTION, { today: '2025-11-10' });
  expect(file.request).toMatchObject({ state: 'inProcess', outcome: null, reportRow: null, closedOn: null });
  expect(dueOf(file, civil('2025-11-10'), builtInCalendar)).toBe('2025-11-28');
  expect(file.facts.at(-1)).toMatchObject({ on: '2025-10-31', recordedAt: expect.stringContaining('2025-11-10') });
});

it('REQ-94 what came after the period does not, with or without a reason', () => {
  const closed = act(asked(), '2025-11-03', 'abandonUncorrected', ABANDON);
  const late = (why: string) =>
    tryAct(closed, '2025-11-01', 'receiveCorrection', { what: '东段', why }, { today: '2025-11-10' });
  expect(late('')).toMatchObject({ code: 'REQ-94', says: expect.stringContaining('2025年10月31日') });
  expect(late('住院')).toMatchObject({ code: 'REQ-94' });
});

it('REQ-94 nor does a correction undo what was given up for a fee', () => {
  const fee = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
    tariff: 'pages',
    pages: 100,
    why: '每件百页',
  });
  const told = act(fee, '2025-09-26', 'recordReceived', { paper: lastNumber(fee) });
  const closed = act(told, '2025-10-31', 'abandonUnpaid', { why: '没有到账' });
  expect(tryAct(closed, '2025-10-20', 'receiveCorrection', CORRECTION, { today: '2025-11-03' })).toMatchObject({
    code: 'REQ-94',
  });
});
