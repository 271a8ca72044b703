import { expect, it } from 'vitest';
import { act, dueOn, HEAD, lastNumber, received, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';

const by = (consentedOn: string, workdays: number, why = '信息数量大，需要逐件审查') => ({
  consentedOn: civil(consentedOn),
  workdays,
  why,
});

it('REQ-14 K26: consent and notice on the last day extend the period', () => {
  const file = act(received('2026-06-01'), '2026-06-30', 'extend', by('2026-06-30', 15), { as: HEAD });
  expect(dueOn(file)).toBe('2026-07-21');
});

it('REQ-14 K27: notice after the last day is refused, though consent came before', () =>
  expect(tryAct(received('2026-06-01'), '2026-07-01', 'extend', by('2026-06-29', 15), { as: HEAD })).toMatchObject({
    code: 'REQ-14',
    says: expect.stringContaining('2026年6月30日 周二'),
  }));

it.each([0, 21, 1.5, -1])('REQ-14 %d workdays are refused', (workdays) =>
  expect(
    tryAct(received('2026-06-01'), '2026-06-10', 'extend', by('2026-06-10', workdays), { as: HEAD }),
  ).toMatchObject({ code: 'REQ-14' }),
);

it('REQ-14 consent lies between the start of the period and the notice, and has a reason', () => {
  const file = received('2026-06-01');
  for (const bad of [by('2026-06-11', 5), by('2026-05-29', 5), by('2026-06-10', 5, ' ')])
    expect(tryAct(file, '2026-06-10', 'extend', bad, { as: HEAD })).toMatchObject({ code: 'REQ-14' });
});

it('REQ-15 once for each start of the clock', () => {
  const once = act(received('2026-05-06'), '2026-05-08', 'extend', by('2026-05-08', 20), { as: HEAD });
  expect(tryAct(once, '2026-05-11', 'extend', by('2026-05-11', 1), { as: HEAD })).toMatchObject({ code: 'REQ-15' });
  // K30: after the correction the period is new and may be extended again
  const asked = act(once, '2026-05-12', 'askCorrection', { what: '写明年份', workdays: 10 });
  const corrected = act(asked, '2026-05-20', 'receiveCorrection', { what: '2024年', why: '' });
  expect(dueOn(corrected)).toBe('2026-06-17');
  expect(act(corrected, '2026-05-21', 'extend', by('2026-05-21', 5), { as: HEAD }).facts).toHaveLength(5);
});

it('REQ-14 K28: while an opinion is out, with no day to count to, it may be extended', () => {
  const out = act(received('2026-06-01'), '2026-06-08', 'consultThirdParty', { name: '某公司', about: '施工图' });
  const extended = act(out, '2026-06-15', 'extend', by('2026-06-15', 10), { as: HEAD });
  expect(extended.request.state).toBe('consulting');
  const told = act(extended, '2026-06-16', 'recordReceived', { paper: 2 });
  const answered = act(told, '2026-06-29', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'agrees', why: '' });
  expect(dueOn(answered)).toBe('2026-08-03');
  expect(lastNumber(answered)).toBe(5);
});

it('REQ-15 nothing is added to a day set under Article 35', () => {
  const asked = act(received('2026-03-02'), '2026-03-05', 'askReasons', { why: '一个月内提出三十件' });
  const delayed = act(
    asked,
    '2026-03-25',
    'delay',
    { to: civil('2026-05-29'), why: '需要清点二十年档案' },
    { as: HEAD },
  );
  expect(tryAct(delayed, '2026-03-26', 'extend', by('2026-03-26', 5), { as: HEAD })).toMatchObject({ code: 'REQ-15' });
});
