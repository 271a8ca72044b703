import { describe, expect, it } from 'vitest';
import { answer, reckon } from '../../test/support/reply-history.ts';
import { civil } from './civil-date.ts';
import { arrivalDate, CHANNELS, type Receipt, receiptDate } from './receipt.ts';

const [submitted, signedFor, confirmed] = ['2026-03-02', '2026-03-04', '2026-03-06'].map(civil) as [
  never,
  never,
  never,
];

describe('the day of receipt', () => {
  it.each([
    ['RCV-1', 'counter', submitted, submitted],
    ['RCV-1', 'oral', submitted, submitted],
    ['RCV-1', 'registered-post', signedFor, signedFor],
    ['RCV-1', 'ordinary-post', confirmed, signedFor],
    ['RCV-2', 'web', confirmed, submitted],
    ['RCV-1', 'fax', confirmed, signedFor],
    ['RCV-1', 'email', confirmed, signedFor],
    ['RCV-1', 'other', confirmed, signedFor],
    ['RCV-1', 'unannounced', confirmed, signedFor],
  ] as const)('%s by %s', (_rule, channel, received, arrived) => {
    const receipt = { channel, submitted, signedFor, confirmed };
    expect(receiptDate(receipt)).toBe(received);
    expect(arrivalDate(receipt)).toBe(arrived);
  });

  it('RCV-2 the portal’s own receipt confirms, other channels wait for both sides', () => {
    const received = Object.keys(CHANNELS).filter((channel) => receiptDate({ channel, submitted } as Receipt) !== null);
    expect(received).toEqual(['counter', 'oral', 'web']);
  });
});

describe('what is not received', () => {
  it('RCV-3 has no due day, but a conservative line and a reminder to confirm', () => {
    const letter = { channel: 'ordinary-post', submitted: '2026-01-05' };
    const { received, due, light, late, sideClocks, issues } = reckon({ receipt: letter, today: '2026-01-07' });
    expect({ received, due, light, late }).toEqual({ received: null, due: null, light: 'paused', late: false });
    expect(sideClocks).toMatchObject([{ clock: 'conservative-arrival', due: '2026-02-02' }]);
    expect(issues).toMatchObject([{ code: 'RCV-3', severity: 'warning' }]);
    expect(reckon({ receipt: letter, today: '2026-01-05' }).issues).toEqual([]);
  });

  it('RCV-1 what was posted and not yet signed for has not arrived', () => {
    const post = { channel: 'registered-post', submitted: '2026-01-05' };
    expect(reckon({ receipt: post })).toMatchObject({ received: null, sideClocks: [], issues: [] });
  });
});

describe('RCV-4 days that contradict each other are refused', () => {
  it.each([
    ['confirmed before it came', { channel: 'fax', submitted: '2026-03-02', confirmed: '2026-02-27' }],
    ['confirmed after today', { channel: 'fax', submitted: '2026-03-02', confirmed: '2027-01-04' }],
    [
      'confirmed before the letter arrived',
      { channel: 'ordinary-post', submitted: '2026-03-02', signedFor: '2026-03-05', confirmed: '2026-03-04' },
    ],
    ['signed for before it was sent', { channel: 'registered-post', submitted: '2026-03-02', signedFor: '2026-02-27' }],
    ['signed for after today', { channel: 'registered-post', submitted: '2026-03-02', signedFor: '2027-01-04' }],
    ['handed in after today', { channel: 'counter', submitted: '2027-01-04' }],
  ])('%s', (_what, receipt) => expect(answer({ receipt })).toMatchObject({ refused: true, code: 'RCV-4' }));
});
