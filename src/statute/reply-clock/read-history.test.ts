import { describe, expect, it } from 'vitest';
import { civil } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';
import { readHistory } from './read-history.ts';

const TODAY = civil('2026-03-31');
const receipt = { channel: 'counter', submitted: '2026-03-02' };
const withEvent = (event: object) => ({ receipt, events: [event] });

describe('a history as JSON', () => {
  it('is read with what is known, and null is not known', () => {
    const event = { type: 'third-party-asked', on: '2026-03-09', receivedOn: null, who: '甲', note: '挂号' };
    expect(readHistory({ ...withEvent(event), today: '2026-03-20' }, TODAY)).toEqual({
      receipt: { channel: 'counter', submitted: '2026-03-02' },
      events: [{ type: 'third-party-asked', on: '2026-03-09', who: '甲' }],
      today: '2026-03-20',
    });
    expect(readHistory({ receipt }, TODAY)).toMatchObject({ events: [], today: '2026-03-31' });
  });

  it('takes registered post by the signature alone', () => {
    const post = { channel: 'registered-post', signedFor: '2026-03-04' };
    expect(readHistory({ receipt: post }, TODAY)).toMatchObject({ receipt: { signedFor: '2026-03-04' } });
  });

  it.each([
    ['HISTORY_CHANNEL', { receipt: { channel: 'telegram', submitted: '2026-03-02' } }],
    ['HISTORY_CHANNEL', { receipt: { channel: 'toString', submitted: '2026-03-02' } }],
    ['HISTORY_DATE', { receipt: { channel: 'counter', submitted: '2026-02-30' } }],
    ['HISTORY_DATE', { receipt: { channel: 'counter' } }],
    ['HISTORY_DATE', { receipt, today: '20260331' }],
    ['HISTORY_DATE', withEvent({ type: 'fee-paid' })],
    ['HISTORY_DATE', withEvent({ type: 'fee-paid', on: '2026-3-9' })],
    ['HISTORY_DATE', withEvent({ type: 'agency-asked', on: '2026-03-09', receivedOn: '2026-13-01' })],
    ['HISTORY_DATE', withEvent({ type: 'delayed', on: '2026-03-09' })],
    ['HISTORY_EVENT', withEvent({ type: 'paused', on: '2026-03-09' })],
    ['HISTORY_EVENT', withEvent({ on: '2026-03-09' })],
    ['HISTORY_METHOD', withEvent({ type: 'served', on: '2026-03-09' })],
    ['HISTORY_METHOD', withEvent({ type: 'served', on: '2026-03-09', method: 'courier' })],
    ['HISTORY_DATE', { receipt: { channel: 'counter', submitted: '9999-12-31' } }],
    ['HISTORY_DATE', withEvent({ type: 'delayed', on: '2026-03-09', until: '9999-12-31' })],
    ['HISTORY_WHO', withEvent({ type: 'agency-asked', on: '2026-03-09', who: 7 })],
    ['HISTORY_LENGTH', { receipt, events: Array(1_001).fill({ type: 'fee-paid', on: '2026-03-09' }) }],
    ['HISTORY_WORKDAYS', withEvent({ type: 'extended', on: '2026-03-09' })],
    ['HISTORY_WORKDAYS', withEvent({ type: 'extended', on: '2026-03-09', workdays: '十' })],
  ])('CLK-16 is refused with %s: %o', (code, value) =>
    expect(readHistory(value, TODAY)).toMatchObject({ refused: true, code }),
  );

  it('says which of the days it could not read', () => {
    const says = (value: unknown) => (readHistory(value, TODAY) as Refusal).says;
    expect(says({ receipt: { channel: 'counter' } })).toContain('缺少收件的“submitted”');
    expect(says(withEvent({ type: 'fee-paid', on: '2026-02-30' }))).toContain(
      '第 1 条记录的“on”不是日期：“2026-02-30”',
    );
  });

  it.each([null, 5, 'x', [], {}, { receipt: [] }, { receipt, events: {} }, { receipt, events: [3] }])(
    'is no history at all: %o',
    (value) => expect(readHistory(value, TODAY)).toBeUndefined(),
  );
});
