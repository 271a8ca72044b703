import { expect, it } from 'vitest';
import { act, dueOn, received, tryAct } from '../../../test/support/request-play.ts';

const FEE = { tariff: 'pages', pages: 100, why: '每件百页' } as const;
const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', FEE);

it('REQ-20 K36: the period counts as if it had never stood still, and a new notice may follow', () => {
  const file = act(noticed, '2025-10-10', 'withdrawFeeNotice', { why: '页数计算有误' });
  expect(file.request.state).toBe('inProcess');
  expect(dueOn(file)).toBe('2025-10-11');
  expect(act(file, '2025-10-11', 'noticeFee', FEE).request.state).toBe('feePending');
});

it('REQ-20 not before it went out, and with a reason', () => {
  expect(tryAct(noticed, '2025-09-21', 'withdrawFeeNotice', { why: '误' }, { today: '2025-10-10' })).toMatchObject({
    code: 'REQ-20',
  });
  expect(tryAct(noticed, '2025-10-10', 'withdrawFeeNotice', { why: '' })).toMatchObject({ code: 'REQ-20' });
});
