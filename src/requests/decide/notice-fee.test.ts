import { describe, expect, it } from 'vitest';
import { act, nthOfMonth, received, tryAct, tryRegister } from '../../../test/support/request-play.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { PlaceInMonth } from '../fees/place-in-month.ts';

const WHY = '本月第三十五件，明显超过合理范围';
const BY_ITEMS = { tariff: 'items', why: WHY } as const;
const BY_PAGES = { tariff: 'pages', pages: 100, why: WHY } as const;
const file = received('2025-09-08');
const noticed = (particulars: object, counted?: PlaceInMonth | null) =>
  tryAct(file, '2025-09-22', 'noticeFee', { ...BY_ITEMS, ...particulars }, counted === undefined ? {} : { counted });
const factOf = (particulars: object, counted?: PlaceInMonth | null) => {
  const done = noticed(particulars, counted);
  if (isRefusal(done)) throw new Error(done.says);
  return done.facts.at(-1);
};

it.each([
  [11, 100],
  [31, 200],
  [41, 300],
])('REQ-18 FEE-5 the %dth of the month makes %d yuan for this application, as it was counted', (n, yuan) =>
  expect(factOf({}, nthOfMonth(n))).toMatchObject({ type: 'feeNoticed', quantity: n, yuan }),
);

it.each([
  [31, 10],
  [250, 4700],
])('REQ-18 %d pages make %d yuan', (pages, yuan) =>
  expect(factOf({ ...BY_PAGES, pages })).toMatchObject({ type: 'feeNoticed', quantity: pages, yuan }),
);

it.each([
  [{}, nthOfMonth(10), 'REQ-18'],
  [{ tariff: 'pages', pages: 30 }, undefined, 'REQ-18'],
  [{ tariff: 'pages' }, nthOfMonth(11), 'REQ-18'],
  [{ tariff: 'pages', pages: 2.5 }, undefined, 'FEE-3'],
  [{ place: -1, deviation: '误' }, undefined, 'FEE-3'],
] as const)('REQ-18 %j gives no sum and no notice', (particulars, counted, code) =>
  expect(noticed(particulars, counted)).toMatchObject({ code }),
);

it('REQ-18 within the period for the reply: due on 2025-10-11', () => {
  expect(act(file, '2025-10-11', 'noticeFee', BY_PAGES).request.state).toBe('feePending');
  expect(tryAct(file, '2025-10-13', 'noticeFee', BY_PAGES)).toMatchObject({ code: 'REQ-18' });
});

it('REQ-18 with its reason, and once', () => {
  expect(tryAct(file, '2025-09-22', 'noticeFee', { ...BY_PAGES, why: '' })).toMatchObject({ code: 'REQ-18' });
  const paid = act(act(file, '2025-09-22', 'noticeFee', BY_PAGES), '2025-09-23', 'recordPayment', {
    yuan: 700,
    receipt: '财0012345',
  });
  expect(tryAct(paid, '2025-09-24', 'noticeFee', BY_PAGES)).toMatchObject({ code: 'REQ-18' });
});

describe('当月第几件', () => {
  it('FEE-5 the notice keeps the numbers of the applications that were counted before it', () =>
    expect(factOf({}, nthOfMonth(12))).toMatchObject({
      before: expect.arrayContaining(['示政公开申〔2025〕1号', '示政公开申〔2025〕11号']),
    }));

  it('FEE-6 another place than the one counted needs its reason, which is kept; the count is told in the refusal', () => {
    expect(noticed({ place: 11 }, nthOfMonth(13))).toMatchObject({
      code: 'FEE-6',
      says: expect.stringMatching(/当月第13件（此前：示政公开申〔2025〕1号.*所填为第11件/),
    });
    expect(noticed({ place: 11, deviation: ' ' }, nthOfMonth(13))).toMatchObject({ code: 'FEE-6' });
    const why = '其中两件是多渠道重复到达，已经并案';
    expect(factOf({ place: 11, deviation: why }, nthOfMonth(13))).toMatchObject({
      quantity: 11,
      yuan: 100,
      deviation: why,
    });
    expect(factOf({ place: 13, deviation: '' }, nthOfMonth(13))).not.toHaveProperty('deviation');
  });

  it('FEE-6 where the identity was erased nobody can count: the place is stated with what it rests on', () => {
    expect(noticed({}, null)).toMatchObject({ code: 'FEE-6' });
    expect(noticed({ place: 12 }, null)).toMatchObject({ code: 'FEE-6' });
    expect(factOf({ place: 12, deviation: '按纸质台账' }, null)).toMatchObject({ quantity: 12, yuan: 100 });
  });
});

describe('拆分', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => `第${i + 1}项`).join('\n');

  it('FEE-7 twelve matters in one application, the first of the month: the eleventh and twelfth at 100 yuan each', () =>
    expect(factOf({ split: twelve }, nthOfMonth(1))).toMatchObject({ quantity: 1, yuan: 200, split: { length: 12 } }));

  it('FEE-7 the parts take the places one after the other', () =>
    expect(factOf({ split: '甲\n\n 乙 ' }, nthOfMonth(30))).toMatchObject({ yuan: 300, split: ['甲', '乙'] }));

  it.each([[{ split: '只有一项' }], [{ split: '甲\n甲' }], [{ split: '甲\n乙', tariff: 'pages', pages: 100 }]])(
    'FEE-7 %j is no list of parts',
    (particulars) => expect(noticed(particulars, nthOfMonth(30))).toMatchObject({ code: 'FEE-7' }),
  );
});

describe('两种标准', () => {
  it('FEE-8 both give a sum: one is chosen with a reason, never both, and what the other would be is kept', () => {
    expect(noticed({ pages: 40 }, nthOfMonth(12))).toMatchObject({
      code: 'FEE-8',
      says: expect.stringContaining('按件应收100元，按量应收100元，只能收一种'),
    });
    const choice = '件数多而页数少';
    expect(factOf({ pages: 40, choice }, nthOfMonth(12))).toMatchObject({ yuan: 100, otherYuan: 100, choice });
    expect(noticed({ tariff: 'pages', pages: 250 }, nthOfMonth(12))).toMatchObject({ code: 'FEE-8' });
    expect(factOf({ tariff: 'pages', pages: 250, choice }, nthOfMonth(12))).toMatchObject({
      yuan: 4700,
      otherYuan: 100,
    });
  });

  it('FEE-8 where only one gives a sum nothing is asked', () =>
    expect(factOf({ pages: 30 }, nthOfMonth(12))).not.toHaveProperty('choice'));

  it('FEE-8 who comes to read at the counter pays by no page', () => {
    const inspecting = tryRegister({ formWanted: 'inspection' });
    if (isRefusal(inspecting)) throw new Error(inspecting.says);
    expect(tryAct(inspecting, '2026-03-03', 'noticeFee', BY_PAGES)).toMatchObject({ code: 'FEE-8' });
  });
});
