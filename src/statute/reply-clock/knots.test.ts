import { expect, it } from 'vitest';
import { civil } from '../civil-date.ts';
import { isRefusal } from '../refusal.ts';
import { builtInCalendar } from '../work-calendar.ts';
import type { ClockEvent, History } from './history.ts';
import { knotsOf } from './knots.ts';
import { replyDue } from './reply-due.ts';

const knotsWith = (...events: ClockEvent[]) => {
  const received = civil('2025-09-08');
  const history: History = { receipt: { channel: 'counter', submitted: received }, events, today: civil('2025-10-20') };
  const reckoning = replyDue(history, builtInCalendar);
  if (isRefusal(reckoning)) throw new Error(reckoning.says);
  return knotsOf(history, reckoning);
};
const noticed = (received?: string): ClockEvent => ({
  ...{ type: 'fee-noticed', on: civil('2025-09-22') },
  ...(received && { receivedOn: civil(received) }),
});

it('CLK-10 a fee notice is a knot after which nothing is counted only once it is known to have arrived', () => {
  expect(knotsWith(noticed())[1]).not.toHaveProperty('kind');
  expect(knotsWith(noticed('2025-09-26'))[1]).toMatchObject({ kind: 'paused' });
  expect(knotsWith(noticed(), { type: 'fee-paid', on: civil('2025-09-29') })[1]).toMatchObject({ kind: 'paused' });
});
