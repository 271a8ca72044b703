import { describe, expect, it } from 'vitest';
import { act, dueOn, received, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { clockOf } from '../deadlines.ts';
import { situationOf } from '../situation.ts';
import { clockBase } from '../standing.ts';

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

describe('withdrawn after it was paid', () => {
  const told = act(noticed, '2025-09-26', 'recordReceived', { paper: 2 });
  const paid = act(told, '2025-10-10', 'recordPayment', { yuan: 700, receipt: '财0012345' });

  it('FEE-12 nothing stood still and nothing began anew: the day is that of before', () => {
    expect(dueOn(paid)).toBe('2025-11-06');
    const file = act(paid, '2025-10-11', 'withdrawFeeNotice', { why: '页数计算有误' });
    expect(file.request.state).toBe('inProcess');
    expect(dueOn(file)).toBe('2025-10-11');
    expect(clockBase(file.facts)).toBe('2025-09-08');
  });

  it('FEE-12 what has to go back is told beside where the file stands', () => {
    const file = act(paid, '2025-10-11', 'withdrawFeeNotice', { why: '页数计算有误' });
    const says = (of: typeof file) =>
      situationOf(of, clockOf(of, civil('2025-10-11'), builtInCalendar), civil('2025-10-11'), builtInCalendar);
    expect(says(file)).toContain('还有700元没有退还');
    const back = act(file, '2025-10-11', 'recordRefund', { cause: 'withdrawn', number: '退17', note: '' });
    expect(says(back)).not.toContain('没有退还');
  });

  it('FEE-12 not before the payment, and not without a notice', () => {
    expect(tryAct(paid, '2025-10-09', 'withdrawFeeNotice', { why: '误' }, { today: '2025-10-11' })).toMatchObject({
      code: 'REQ-20',
    });
    expect(tryAct(received('2025-09-08'), '2025-09-09', 'withdrawFeeNotice', { why: '误' })).toMatchObject({
      code: 'REQ-20',
    });
  });
});
