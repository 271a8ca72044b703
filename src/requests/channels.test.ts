import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { receiptDate } from '../statute/receipt.ts';
import { arrivalTerm, needsConfirmation, receiptFrom } from './channels.ts';

const [ARRIVED, CONFIRMED] = [civil('2026-03-02'), civil('2026-03-03')];

it.each([
  ['counter', '提交日', '2026-03-02', '2026-03-02'],
  ['registered-post', '签收日', '2026-03-02', '2026-03-02'],
  ['ordinary-post', '到达日', null, '2026-03-03'],
  ['fax', '到达日', null, '2026-03-03'],
  ['web', '提交日', '2026-03-02', '2026-03-03'],
] as const)('REQ-1 %s: %s; received %s, when confirmed %s', (channel, term, alone, confirmed) => {
  expect(arrivalTerm(channel)).toBe(term);
  expect(receiptDate(receiptFrom(channel, ARRIVED))).toBe(alone);
  expect(receiptDate(receiptFrom(channel, ARRIVED, CONFIRMED))).toBe(confirmed);
  expect(needsConfirmation(channel)).toBe(alone === null);
});

it('RCV-2 the receipt of the portal is no confirmation by hand, unless that came on another day', () => {
  expect(receiptFrom('web', ARRIVED, ARRIVED)).toEqual({ channel: 'web', submitted: ARRIVED });
  expect(receiptFrom('web', ARRIVED, CONFIRMED)).toEqual({ channel: 'web', submitted: ARRIVED, confirmed: CONFIRMED });
  expect(receiptFrom('email', ARRIVED, ARRIVED)).toMatchObject({ confirmed: ARRIVED });
});
