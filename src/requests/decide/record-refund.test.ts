import { describe, expect, it } from 'vitest';
import { act, HEAD, LEGAL, lastNumber, received, signed, tryAct } from '../../../test/support/request-play.ts';

/** K32: received 2025-09-08, notice of 09-22 received on 09-26: to be paid until 2025-10-30. */
const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
  tariff: 'pages',
  pages: 100,
  why: '每件百页',
});
const told = act(noticed, '2025-09-26', 'recordReceived', { paper: lastNumber(noticed) });
const paid = act(told, '2025-10-13', 'recordPayment', { yuan: 700, receipt: '财0012345' });
const NUMBER = { number: '退2025-17', note: '' };
const refund = (file: typeof told, on: string, particulars: object, as = HEAD) =>
  tryAct(file, on, 'recordRefund', { ...NUMBER, ...particulars } as never, { as });

describe('what was never taken for a payment', () => {
  const late = { cause: 'late', came: 700, cameOn: '2025-10-31', receipt: '财0099999' };

  it('FEE-11 what came after the period goes back with its number, and brings nothing back', () => {
    const done = refund(told, '2025-11-03', late);
    expect(done).toMatchObject({ request: { state: 'feePending' } });
    expect((done as typeof told).facts.at(-1)).toMatchObject({
      type: 'refunded',
      cause: 'late',
      yuan: 700,
      receipt: '财0099999',
      number: '退2025-17',
      payment: null,
    });
    const given = act(told, '2025-10-31', 'abandonUnpaid', { why: '没有到账' });
    expect(refund(given, '2025-11-03', late)).toMatchObject({ request: { state: 'abandoned', outcome: 'feeUnpaid' } });
    const archived = act(given, '2025-11-04', 'archive', {});
    expect(refund(archived, '2025-11-10', late)).toMatchObject({ request: { state: 'archived' } });
  });

  it('FEE-11 within the period it is a payment and no refund; nor while nobody knows when the notice came', () => {
    expect(refund(told, '2025-10-30', { ...late, cameOn: '2025-10-20' })).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('还没有届满'),
    });
    expect(refund(noticed, '2025-10-31', { ...late, cameOn: '2025-10-20' })).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('没有起算'),
    });
    expect(refund(paid, '2025-11-03', late)).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('已经在期限以内缴清'),
    });
  });

  it('FEE-11 part of the sum is no payment: all of it goes back after the period', () => {
    expect(refund(told, '2025-11-03', { ...late, cause: 'short', came: 699 })).toHaveProperty('request');
    expect(refund(told, '2025-11-03', { ...late, cause: 'short', came: 700 })).toMatchObject({ code: 'FEE-11' });
  });

  it('FEE-11 the same money goes back once, whatever number the repayment bears', () => {
    const once = refund(told, '2025-11-03', late) as typeof told;
    const second = { ...late, number: '退2025-18' };
    expect(refund(once, '2025-11-04', second)).toMatchObject({
      code: 'FEE-11',
      says: expect.stringContaining('已经登记过一次退费'),
    });
    expect(refund(once, '2025-11-04', { ...second, receipt: '财0100000' })).toHaveProperty('request');
  });

  it('FEE-11 too much is returned beside the payment', () => {
    const excess = { ...late, cause: 'excess', cameOn: '2025-10-13' };
    const back = (particulars: object) =>
      (refund(paid, '2025-10-14', { ...excess, ...particulars }) as typeof told).facts.at(-1);
    // In one sum what is beyond the fee, on a second voucher all of it.
    expect(back({ receipt: '财0012345', came: 750 })).toMatchObject({ yuan: 50, came: 750, cameOn: '2025-10-13' });
    expect(back({ receipt: '财0012346', came: 700 })).toMatchObject({ yuan: 700 });
    expect(refund(paid, '2025-10-14', { ...excess, receipt: '财0012345' })).toMatchObject({ code: 'FEE-11' });
    expect(refund(told, '2025-10-14', excess)).toMatchObject({ code: 'FEE-11' });
  });

  it.each([
    [{ came: 0 }, 'FEE-11'],
    [{ came: 0.5 }, 'FEE-11'],
    [{ cameOn: undefined }, 'FEE-11'],
    [{ cameOn: '2025-11-04' }, 'FEE-11'],
    [{ cameOn: '2025-09-21' }, 'FEE-11'],
    // In full and within the period: that is a payment, however late it is written down.
    [{ cameOn: '2025-10-30' }, 'FEE-11'],
    [{ receipt: ' ' }, 'FEE-11'],
    [{ number: '' }, 'FEE-12'],
    [{ cause: 'gift' }, 'FEE-11'],
  ])('FEE-11 %j is refused', (wrong, code) =>
    expect(refund(told, '2025-11-03', { ...late, ...wrong })).toMatchObject({ code }),
  );
});

describe('out of what was paid', () => {
  const withdrawn = act(paid, '2025-10-14', 'withdrawFeeNotice', { why: '页数计算有误' });

  it('FEE-12 a notice that is withdrawn after payment gives back all of it, once', () => {
    const done = refund(withdrawn, '2025-10-20', { cause: 'withdrawn' }) as typeof told;
    expect(done.facts.at(-1)).toMatchObject({ yuan: 700, receipt: '财0012345', payment: 4 });
    expect(refund(done, '2025-10-21', { cause: 'withdrawn' })).toMatchObject({ code: 'FEE-12' });
  });

  it('FEE-12 while the notice stands nothing goes back for its withdrawal; nor before it was paid', () => {
    expect(refund(paid, '2025-10-20', { cause: 'withdrawn' })).toMatchObject({ code: 'FEE-12' });
    expect(refund(withdrawn, '2025-10-12', { cause: 'withdrawn' })).toMatchObject({ code: 'FEE-12' });
  });

  it('FEE-12 by pages: fewer were provided than were paid for, and the difference follows from the tariff', () => {
    const draft = {
      outcome: 'partlyGranted',
      grounds: { provision: '复印件', withheld: '第三十二条，涉及商业秘密的页' },
      text: '部分公开。',
    };
    const signedFile = signed(paid, '2025-10-20', draft);
    const served = act(signedFile, '2025-10-21', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
    const done = refund(served, '2025-10-22', { cause: 'fewerPages', pages: 60 }) as typeof told;
    expect(done.facts.at(-1)).toMatchObject({ yuan: 400, pages: 60, payment: 4 });
    expect(refund(done, '2025-10-22', { cause: 'fewerPages', pages: 50 })).toMatchObject({ code: 'FEE-12' });
    expect(refund(served, '2025-10-22', { cause: 'fewerPages', pages: 100 })).toMatchObject({ code: 'FEE-12' });
    expect(refund(served, '2025-10-22', { cause: 'fewerPages' })).toMatchObject({ code: 'FEE-3' });
    expect(refund(paid, '2025-10-22', { cause: 'fewerPages', pages: 60 })).toMatchObject({ code: 'FEE-12' });
  });
});

describe('who may not', () => {
  it('FEE-12 nobody but handlers and the head, and not where no fee was asked for', () => {
    expect(refund(told, '2025-11-03', { cause: 'withdrawn' }, LEGAL)).toMatchObject({ code: 'NOT_YOUR_ROLE' });
    expect(refund(received('2025-09-08'), '2025-11-03', { cause: 'withdrawn' })).toMatchObject({ code: 'FEE-11' });
  });
});
