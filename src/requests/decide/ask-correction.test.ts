import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';

const ASK = { what: '请写明是哪一段道路', workdays: 10 };

it('REQ-5 K08: received on 2025-10-09, the seventh workday is 2025-10-17', () =>
  expect(tryAct(received('2025-10-09'), '2025-10-17', 'askCorrection', ASK)).toMatchObject({
    request: { state: 'correctionPending' },
  }));

it('REQ-5 K09: on the eighth workday it is refused, and the sentence says what to do instead', () =>
  expect(tryAct(received('2025-10-09'), '2025-10-20', 'askCorrection', ASK)).toMatchObject({
    code: 'REQ-5',
    basis: '《条例》第三十条',
    says: expect.stringContaining('2025年10月17日 周五'),
  }));

it('REQ-5 sent on the seventh day and recorded later it is lawful', () =>
  expect(tryAct(received('2025-10-09'), '2025-10-17', 'askCorrection', ASK, { today: '2025-10-27' })).toMatchObject({
    request: { state: 'correctionPending' },
  }));

it('REQ-6 K11: a second time is refused', () => {
  const corrected = act(
    act(received('2025-10-09'), '2025-10-10', 'askCorrection', ASK),
    '2025-10-11',
    'receiveCorrection',
    {
      what: '东段',
      why: '',
    },
  );
  expect(tryAct(corrected, '2025-10-13', 'askCorrection', ASK)).toMatchObject({ code: 'REQ-6' });
});

it.each([
  { what: ' ', workdays: 10 },
  { what: '写明路段', workdays: 0 },
  { what: '写明路段', workdays: 61 },
  { what: '写明路段', workdays: 2.5 },
])('REQ-7 what is missing and a reasonable period must be named: %o', (particulars) =>
  expect(tryAct(received('2025-10-09'), '2025-10-10', 'askCorrection', particulars)).toMatchObject({ code: 'REQ-7' }),
);
