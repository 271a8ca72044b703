import { expect, it } from 'vitest';
import { act, dueOn, lastNumber, received, tryAct } from '../../../test/support/request-play.ts';

/** K32: received 2025-09-08, notice of 09-22 received on 09-26: to be paid until 2025-10-30. */
const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
  tariff: 'pages',
  pages: 100,
  why: '本月第四十件，每件百页',
});
const told = act(noticed, '2025-09-26', 'recordReceived', { paper: lastNumber(noticed) });

it('REQ-19 K32: twenty workdays anew from the payment', () => {
  const file = act(told, '2025-10-13', 'recordPayment', { yuan: 700, receipt: '财0012345' });
  expect(file.request.state).toBe('inProcess');
  expect(dueOn(file)).toBe('2025-11-10');
});

it('REQ-19 K37: on the last day it counts, on the day after it is returned', () => {
  expect(act(told, '2025-10-30', 'recordPayment', { yuan: 700, receipt: '财0012345' }).request.state).toBe('inProcess');
  expect(tryAct(told, '2025-10-31', 'recordPayment', { yuan: 700, receipt: '财0012345' })).toMatchObject({
    code: 'REQ-19',
  });
});

it.each([699, 701, 0])('REQ-19 %d yuan is not the sum that was asked for', (yuan) =>
  expect(tryAct(told, '2025-10-13', 'recordPayment', { yuan, receipt: '财0012345' })).toMatchObject({ code: 'REQ-19' }),
);

it('FEE-10 with the number of the receipt, which is kept', () => {
  const pay = (receipt: string) => tryAct(told, '2025-10-13', 'recordPayment', { yuan: 700, receipt });
  expect(pay(' ')).toMatchObject({ code: 'FEE-10' });
  expect((pay(' 财0012345 ') as typeof told).facts.at(-1)).toMatchObject({ receipt: '财0012345', on: '2025-10-13' });
});

it('REQ-19 nobody pays before the notice', () =>
  expect(
    tryAct(told, '2025-09-19', 'recordPayment', { yuan: 700, receipt: '财0012345' }, { today: '2025-10-13' }),
  ).toMatchObject({
    code: 'REQ-19',
  }));

it('REQ-19 K34: while an opinion is out the file goes back to waiting for it', () => {
  const out = act(received('2025-09-08'), '2025-09-18', 'consultThirdParty', { name: '某公司', about: '施工图' });
  const asked = act(out, '2025-09-19', 'recordReceived', { paper: 2 });
  const fee = act(asked, '2025-09-22', 'noticeFee', { tariff: 'pages', pages: 100, why: '每件百页' });
  const paid = act(fee, '2025-10-10', 'recordPayment', { yuan: 700, receipt: '财0012345' });
  expect(paid.request.state).toBe('consulting');
  const answered = act(paid, '2025-10-15', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'agrees', why: '' });
  expect(dueOn(answered)).toBe('2025-11-12');
});

it('REQ-94 paid within the period and written down after it was taken for given up, it brings the application back', () => {
  const closed = act(told, '2025-11-03', 'abandonUnpaid', { why: '没有到账' });
  const file = act(closed, '2025-10-30', 'recordPayment', { yuan: 700, receipt: '财0012345' }, { today: '2025-11-10' });
  expect(file.request).toMatchObject({ state: 'inProcess', outcome: null, closedOn: null });
  expect(dueOn(file)).toBe('2025-11-27');
  expect(
    tryAct(closed, '2025-10-31', 'recordPayment', { yuan: 700, receipt: '财0012345' }, { today: '2025-11-10' }),
  ).toMatchObject({
    code: 'REQ-94',
  });
});
