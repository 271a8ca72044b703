import { describe, expect, it } from 'vitest';
import { event as ev, type Fields, reckon } from '../../../test/support/reply-history.ts';
import type { ClockEvent } from './history.ts';
import { inLawfulOrder } from './order.ts';

const typesOf = (events: Fields[]) => inLawfulOrder(events as unknown as ClockEvent[]).map(({ type }) => type);

describe('CLK-18 within a day', () => {
  it.each([
    [
      'an answer to an earlier letter precedes the next letter to the same person',
      [
        ev('third-party-asked', '2026-03-20', { who: '甲' }),
        ev('third-party-answered', '2026-03-20', { who: '甲' }),
        ev('third-party-asked', '2026-03-09', { who: '甲' }),
      ],
      ['third-party-asked', 'third-party-answered', 'third-party-asked'],
    ],
    [
      'an answer to the letter of that day follows it',
      [ev('agency-answered', '2026-03-09'), ev('agency-asked', '2026-03-09')],
      ['agency-asked', 'agency-answered'],
    ],
    [
      'a correction that comes in precedes the extension of the new period',
      [
        ev('extended', '2026-03-12', { workdays: 5 }),
        ev('correction-received', '2026-03-12'),
        ev('correction-asked', '2026-03-05'),
      ],
      ['correction-asked', 'correction-received', 'extended'],
    ],
    [
      'an extension precedes the fee notice, service ends the day',
      [
        ev('served', '2026-03-12', { method: 'post' }),
        ev('replied', '2026-03-12'),
        ev('fee-paid', '2026-03-12'),
        ev('fee-noticed', '2026-03-12'),
        ev('extended', '2026-03-12', { workdays: 5 }),
      ],
      ['extended', 'fee-noticed', 'fee-paid', 'replied', 'served'],
    ],
  ])('%s', (_title, events, order) => expect(typesOf(events)).toEqual(order));

  it('extends the new period, not the old one that the correction ended', () => {
    const events = [
      ev('correction-asked', '2026-03-05'),
      ev('extended', '2026-03-12', { workdays: 5 }),
      ev('correction-received', '2026-03-12'),
    ];
    expect(reckon({ receipt: '2026-03-02', events }).due).toBe('2026-04-17');
  });

  it('gives a second letter of that day a stop of its own', () => {
    const events = [
      ev('third-party-asked', '2026-03-09', { who: '甲', receivedOn: '2026-03-10' }),
      ev('third-party-answered', '2026-03-20', { who: '甲' }),
      ev('third-party-asked', '2026-03-20', { who: '甲', receivedOn: '2026-03-23' }),
      ev('third-party-answered', '2026-03-27', { who: '甲' }),
    ];
    expect(reckon({ receipt: '2026-03-02', events }).due).toBe('2026-04-20');
  });
});
