import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';

const WHY = '本月第三十五件，明显超过合理范围';

it.each([
  ['items', 11, 100],
  ['items', 31, 200],
  ['items', 41, 300],
  ['pages', 31, 10],
  ['pages', 250, 4700],
] as const)('REQ-18 by %s, %d makes %d yuan for this application', (tariff, quantity, yuan) =>
  expect(
    act(received('2025-09-08'), '2025-09-22', 'noticeFee', { tariff, quantity, why: WHY }).facts.at(-1),
  ).toMatchObject({ type: 'feeNoticed', yuan }),
);

it.each([
  ['items', 10, 'REQ-18'],
  ['pages', 30, 'REQ-18'],
  ['pages', 2.5, 'FEE-3'],
  ['items', -1, 'FEE-3'],
] as const)('REQ-18 by %s, %d gives no sum and no notice', (tariff, quantity, code) =>
  expect(tryAct(received('2025-09-08'), '2025-09-22', 'noticeFee', { tariff, quantity, why: WHY })).toMatchObject({
    code,
  }),
);

it('REQ-18 within the period for the reply: due on 2025-10-11', () => {
  const fee = { tariff: 'pages', quantity: 100, why: WHY } as const;
  expect(act(received('2025-09-08'), '2025-10-11', 'noticeFee', fee).request.state).toBe('feePending');
  expect(tryAct(received('2025-09-08'), '2025-10-13', 'noticeFee', fee)).toMatchObject({ code: 'REQ-18' });
});

it('REQ-18 with its reason, and once', () => {
  const fee = { tariff: 'pages', quantity: 100, why: WHY } as const;
  expect(tryAct(received('2025-09-08'), '2025-09-22', 'noticeFee', { ...fee, why: '' })).toMatchObject({
    code: 'REQ-18',
  });
  const paid = act(act(received('2025-09-08'), '2025-09-22', 'noticeFee', fee), '2025-09-23', 'recordPayment', {
    yuan: 700,
  });
  expect(tryAct(paid, '2025-09-24', 'noticeFee', fee)).toMatchObject({ code: 'REQ-18' });
});
