import { describe, expect, it } from 'vitest';
import { received, signed, tryAct } from '../../../test/support/request-play.ts';
import type { RequestFile } from '../info-request.ts';

/** K40, K41: received 2026-04-07, due 2026-05-08. */
const ready = signed(received('2026-04-07'), '2026-05-08');
const POST = { method: 'post', carrier: 'ems', tracking: '1234 5678 90123', evidence: '' } as const;
const HAND = { method: 'direct', receiver: 'self', evidence: '送达回证' } as const;

it('REQ-26 K40: by post the day of posting is the day of the reply', () =>
  expect(tryAct(ready, '2026-05-08', 'serve', POST)).toMatchObject({
    request: {
      state: 'served',
      repliedOn: '2026-05-08',
      closedOn: '2026-05-08',
      outcome: 'granted',
      reportRow: '3.1',
    },
  }));

it('REQ-26 K41: by hand it is the day of signature, late or not', () =>
  expect(tryAct(ready, '2026-05-11', 'serve', HAND)).toMatchObject({
    request: { repliedOn: '2026-05-11' },
  }));

it('REQ-26 posted in December and recorded in January it is a reply of December', () => {
  const december = signed(received('2025-12-08'), '2025-12-31');
  expect(tryAct(december, '2025-12-31', 'serve', POST, { today: '2026-01-05' })).toMatchObject({
    request: { closedOn: '2025-12-31' },
  });
});

it('REQ-26 not before it was signed, and by a way that is lawful', () => {
  expect(tryAct(ready, '2026-05-07', 'serve', POST, { today: '2026-05-08' })).toMatchObject({ code: 'REQ-26' });
  expect(tryAct(ready, '2026-05-08', 'serve', { ...POST, method: 'courier' } as never)).toMatchObject({
    code: 'REQ-26',
  });
});

it('REQ-27 with its evidence', () =>
  expect(
    tryAct(ready, '2026-05-08', 'serve', { method: 'electronic', arrival: 'trackPage', evidence: ' ' }),
  ).toMatchObject({
    code: 'REQ-27',
    says: expect.stringContaining('在线申请行政复议的渠道'),
  }));

describe('what proves each way', () => {
  const sent = (change: object) => tryAct(ready, '2026-05-08', 'serve', { ...POST, ...change });
  const handed = (change: object) => tryAct(ready, '2026-05-08', 'serve', { ...HAND, ...change });

  it('REQ-75 only the postal enterprise carries a reply (《邮政法》第五十五条), and its number is kept as it is printed', () => {
    expect(sent({ carrier: 'courier' })).toMatchObject({
      code: 'REQ-75',
      basis: expect.stringContaining('《邮政法》第五十五条'),
      says: expect.stringContaining('不算送达'),
    });
    expect(sent({ carrier: undefined })).toMatchObject({ code: 'REQ-75' });
    expect(sent({ carrier: 'constructor' })).toMatchObject({ code: 'REQ-75' });
    for (const carrier of ['ems', 'registered', 'parcel'])
      expect(sent({ carrier })).toMatchObject({ request: { state: 'served' } });
    expect((sent({}) as RequestFile).facts.at(-1)).toMatchObject({ carrier: 'ems', tracking: '1234567890123' });
  });

  it.each([undefined, '', '没有', '1234567', "1' or 1=1 --", 'X'.repeat(31)])(
    'REQ-75 %s is no number of the postal enterprise',
    (tracking) => expect(sent({ tracking })).toMatchObject({ code: 'REQ-75' }),
  );

  it('REQ-76 by hand somebody signs, said by what he is and not by name; without a signature nothing was served', () => {
    expect((handed({}) as RequestFile).facts.at(-1)).toMatchObject({ receiver: 'self' });
    expect(handed({ receiver: undefined })).toMatchObject({
      code: 'REQ-76',
      says: expect.stringContaining('邮政企业邮寄'),
    });
    expect(handed({ receiver: '张小满' })).toMatchObject({ code: 'REQ-76' });
    expect(handed({ evidence: '' })).toMatchObject({ code: 'REQ-27' });
  });

  it('REQ-76 only what belongs to the way is kept', () => {
    const { facts } = handed({ carrier: 'courier', tracking: '1234567890123', arrival: 'mailbox' }) as RequestFile;
    expect(facts.at(-1)).not.toHaveProperty('tracking');
    expect(facts.at(-1)).not.toHaveProperty('carrier');
    expect(facts.at(-1)).not.toHaveProperty('arrival');
  });

  it('REQ-76 over the internet it arrives in a system that is named', () =>
    expect(tryAct(ready, '2026-05-08', 'serve', { method: 'electronic', evidence: '发送记录' })).toMatchObject({
      code: 'REQ-76',
    }));
});
