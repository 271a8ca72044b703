import { describe, expect, it } from 'vitest';
import { HANDLER, ONLINE, REGISTER, tryRegister } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import type { ChannelName } from '../../statute/receipt.ts';
import type { RequestFile } from '../info-request.ts';
import type { ReceiptRecords } from '../receipt-records.ts';

describe('register', () => {
  it.each<[ChannelName, string, string | null]>([
    ['counter', 'inProcess', '2026-03-02'],
    ['oral', 'inProcess', '2026-03-02'],
    ['registered-post', 'inProcess', '2026-03-02'],
    ['web', 'inProcess', '2026-03-02'],
    ['ordinary-post', 'submitted', null],
    ['email', 'submitted', null],
    ['fax', 'submitted', null],
    ['other', 'submitted', null],
    ['unannounced', 'submitted', null],
  ])('REQ-1 %s: the file is %s, received on %s', (channel, state, receivedOn) =>
    expect(tryRegister({ channel })).toMatchObject({ request: { state, receivedOn, arrivedOn: '2026-03-02' } }),
  );

  it('REQ-1 a letter that was confirmed the next day is received on that day', () => {
    const file = tryRegister(
      { channel: 'ordinary-post', confirmedOn: civil('2026-03-03') },
      { today: '2026-03-03' },
    ) as RequestFile;
    expect(file.request).toMatchObject({ state: 'inProcess', receivedOn: '2026-03-03' });
    expect(file.facts.map((f) => [f.type, f.on])).toEqual([
      ['arrived', '2026-03-02'],
      ['received', '2026-03-03'],
    ]);
  });

  it.each(['2026-03-01', '2026-03-04'])('REQ-3 confirmation on %s, before arrival or after today, is refused', (day) =>
    expect(tryRegister({ channel: 'fax', confirmedOn: civil(day) }, { today: '2026-03-03' })).toMatchObject({
      code: 'REQ-3',
    }),
  );

  it('REQ-4 a confirmation that took long is registered with its reason only', () => {
    const late = { channel: 'fax', confirmedOn: civil('2026-03-04') } as const;
    expect(tryRegister({ ...late, why: ' ' }, { today: '2026-03-04' })).toMatchObject({ code: 'REQ-4' });
    expect(tryRegister({ ...late, why: '电话两日未通' }, { today: '2026-03-04' })).toMatchObject({
      request: { receivedOn: '2026-03-04' },
      facts: [{ type: 'arrived' }, { type: 'received', why: '电话两日未通' }],
    });
    expect(tryRegister({ channel: 'web', confirmedOn: civil('2026-03-04') }, { today: '2026-03-04' })).toMatchObject({
      code: 'REQ-4',
    });
  });

  it.each<[ChannelName, ReceiptRecords, string]>([
    ['registered-post', { trackingNumber: 'XA1', signedBy: ' ' }, '签收人'],
    ['oral', {}, '申请人核对和签名'],
    ['other', {}, '公告依据'],
    ['unannounced', {}, '转来的经过'],
  ])('RCV-5 %s with %j is refused: %s is asked for', (channel, records, says) =>
    expect(tryRegister({ channel, records })).toMatchObject({ code: 'RCV-5', says: expect.stringContaining(says) }),
  );

  it('RCV-5 what proves the receipt is kept with the first fact, and what no channel asks for is not', () => {
    const records = { trackingNumber: ' XA1 ', signedBy: '收发室', signature: 'x' };
    const [first] = (tryRegister({ channel: 'registered-post', records }) as RequestFile).facts;
    expect(first).toMatchObject({ type: 'received', records: { trackingNumber: 'XA1', signedBy: '收发室' } });
    expect(first).not.toHaveProperty('records.signature');
    const [arrived, received] = (
      tryRegister({
        channel: 'unannounced',
        records: { course: '科员收到后转来' },
        confirmedOn: REGISTER.on,
      }) as RequestFile
    ).facts;
    expect(arrived).toMatchObject({ records: { course: '科员收到后转来' } });
    expect(received).not.toHaveProperty('records');
  });

  it('REQ-2 the online form insists on what Article 29 lists', () => {
    const applicant = { ...REGISTER.applicant, identity: ' ' };
    expect(tryRegister({ channel: 'web', applicant }, ONLINE)).toMatchObject({
      code: 'REQ-2',
      says: expect.stringContaining('身份证明'),
    });
  });

  it('REQ-2 a letter that lacks proof of identity is registered all the same', () => {
    const applicant = { ...REGISTER.applicant, identity: '', phone: '' };
    expect(tryRegister({ applicant })).toMatchObject({ request: { state: 'inProcess' } });
    expect(tryRegister({ wanted: '' })).toMatchObject({ code: 'REQ-2' });
  });

  it('REQ-132 with the person there a wrong number is asked for again; what came by post is registered as it is', () => {
    const applicant = { ...REGISTER.applicant, identity: '居民身份证 123' };
    for (const channel of ['counter', 'oral'] as const)
      expect(tryRegister({ applicant, channel })).toMatchObject({ code: 'REQ-132' });
    expect(tryRegister({ applicant, channel: 'registered-post' })).toMatchObject({ request: { state: 'inProcess' } });
  });

  it('REQ-3 online only today is the day of receipt', () =>
    expect(tryRegister({ channel: 'web' }, { ...ONLINE, today: '2026-03-03' })).toMatchObject({ code: 'REQ-3' }));

  it('REQ-34 nothing is registered before it came, nor on a day that does not exist', () => {
    expect(tryRegister({}, { as: HANDLER, today: '2026-03-01' })).toMatchObject({ code: 'REQ-34' });
    expect(tryRegister({ on: '2026-02-30' as never }, { today: '2026-03-03' })).toMatchObject({ code: 'REQ-34' });
  });
});
