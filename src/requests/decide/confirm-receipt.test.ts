import { expect, it } from 'vitest';
import { tryAct, tryRegister } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import type { RequestFile } from '../info-request.ts';

/** K04: ordinary letter of Monday 2026-01-05. */
const arrived = () => tryRegister({ channel: 'ordinary-post', on: civil('2026-01-05') }) as RequestFile;

it('REQ-4 the day of confirmation is the day of receipt', () =>
  expect(tryAct(arrived(), '2026-01-06', 'confirmReceipt', { why: '' })).toMatchObject({
    request: { state: 'inProcess', receivedOn: '2026-01-06' },
  }));

it('REQ-4 two workdays after arrival the reason is asked for', () => {
  expect(tryAct(arrived(), '2026-01-07', 'confirmReceipt', { why: ' ' })).toMatchObject({ code: 'REQ-4' });
  expect(tryAct(arrived(), '2026-01-07', 'confirmReceipt', { why: '1月5日、6日电话均未接通' })).toMatchObject({
    request: { receivedOn: '2026-01-07' },
  });
});

it('REQ-34 it cannot be confirmed before it arrived', () =>
  expect(tryAct(arrived(), '2026-01-04', 'confirmReceipt', { why: '' })).toMatchObject({ code: 'REQ-34' }));
