import { expect, it } from 'vitest';
import { received, signed, tryAct } from '../../../test/support/request-play.ts';

/** K40, K41: received 2026-04-07, due 2026-05-08. */
const ready = signed(received('2026-04-07'), '2026-05-08');
const by = (method: string, evidence = 'EMS 1234567890123') => ({ method, evidence }) as never;

it('REQ-26 K40: by post the day of posting is the day of the reply', () =>
  expect(tryAct(ready, '2026-05-08', 'serve', by('post'))).toMatchObject({
    request: {
      state: 'served',
      repliedOn: '2026-05-08',
      closedOn: '2026-05-08',
      outcome: 'granted',
      reportRow: '3.1',
    },
  }));

it('REQ-26 K41: by hand it is the day of signature, late or not', () =>
  expect(tryAct(ready, '2026-05-11', 'serve', by('direct', '送达回证'))).toMatchObject({
    request: { repliedOn: '2026-05-11' },
  }));

it('REQ-26 posted in December and recorded in January it is a reply of December', () => {
  const december = signed(received('2025-12-08'), '2025-12-31');
  expect(tryAct(december, '2025-12-31', 'serve', by('post'), { today: '2026-01-05' })).toMatchObject({
    request: { closedOn: '2025-12-31' },
  });
});

it('REQ-26 not before it was signed, and by a way that is lawful', () => {
  expect(tryAct(ready, '2026-05-07', 'serve', by('post'), { today: '2026-05-08' })).toMatchObject({ code: 'REQ-26' });
  expect(tryAct(ready, '2026-05-08', 'serve', by('courier'))).toMatchObject({ code: 'REQ-26' });
});

it('REQ-27 with its evidence', () =>
  expect(tryAct(ready, '2026-05-08', 'serve', by('electronic', ' '))).toMatchObject({
    code: 'REQ-27',
    says: expect.stringContaining('在线申请行政复议的渠道'),
  }));
