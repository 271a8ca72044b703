import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';

/** K37: notice of 2025-09-22 received on 09-26: to be paid until 2025-10-30. */
const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
  tariff: 'pages',
  pages: 100,
  why: '每件百页',
});
const told = act(noticed, '2025-09-26', 'recordReceived', { paper: 2 });
const WHY = { why: '财政系统无缴款记录' };

it('REQ-31 K37: from the day after the period', () => {
  expect(tryAct(told, '2025-10-30', 'abandonUnpaid', WHY)).toMatchObject({ code: 'REQ-31' });
  expect(tryAct(told, '2025-10-31', 'abandonUnpaid', WHY)).toMatchObject({
    request: { state: 'abandoned', outcome: 'feeUnpaid', reportRow: '3.6.2', closedOn: '2025-10-31' },
  });
});

it('REQ-31 not while it is unknown when the notice was received, and not without having looked', () => {
  expect(tryAct(noticed, '2025-12-31', 'abandonUnpaid', WHY)).toMatchObject({ code: 'REQ-31' });
  expect(tryAct(told, '2025-11-03', 'abandonUnpaid', { why: '' })).toMatchObject({ code: 'REQ-31' });
});

it('FEE-13 FEE-17 not while what was said against a joint notice waits for an answer, in whichever of its files', () => {
  const other = act(told, '2025-10-08', 'disputeFee', { words: '有两件是同一件' });
  const named = { ...other, request: { ...other.request, number: '别的12号' } };
  const give = (facts = named.facts) =>
    tryAct(told, '2025-10-31', 'abandonUnpaid', WHY, { jointly: [{ ...named, facts }] });
  expect(give()).toMatchObject({ code: 'FEE-13', says: expect.stringContaining('别的12号') });
  expect(give(act(other, '2025-10-09', 'answerFeeDispute', { words: '计数无误' }).facts)).toMatchObject({
    request: { state: 'abandoned' },
  });
});
