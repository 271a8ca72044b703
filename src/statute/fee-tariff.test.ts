import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeeTariff, feeFor, pagesOf, unitPrice } from './fee-tariff.ts';
import { isRefusal } from './refusal.ts';

function amount(tariff: FeeTariff, n: number, after = 0): number {
  const fee = feeFor(tariff, n, after);
  if (isRefusal(fee)) throw new Error(fee.says);
  return fee.amount;
}

describe('by application', () => {
  it.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [61, 11500],
  ])('FEE-1 %i applications in a month: %i yuan', (n, yuan) => expect(amount('items', n)).toBe(yuan));

  it('FEE-1 adds nothing across months: 8 in March and 8 in April are free', () =>
    expect(amount('items', 8) + amount('items', 8)).toBe(0));

  it('FEE-1 prices each by its own place in the month', () => {
    expect(unitPrice('items', 30) + unitPrice('items', 31)).toBe(300);
    expect(amount('items', 12, 10)).toBe(200);
    expect(amount('items', 35, 10)).toBe(3000);
    expect([40, 41, 50, 51, 61].map((n) => unitPrice('items', n))).toEqual([200, 300, 300, 400, 500]);
  });

  it('FEE-1 keeps the place of an application charged by pages', () => {
    const third = amount('pages', 40);
    const eleventhAndTwelfth = amount('items', 12, 10);
    expect(third + eleventhAndTwelfth).toBe(300);
  });
});

describe('by page', () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [150, 1700],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('FEE-2 %i pages: %i yuan', (n, yuan) => expect(amount('pages', n)).toBe(yuan));

  it('FEE-2 counts each file for itself: twice 30 pages are free', () =>
    expect(amount('pages', 30) + amount('pages', 30)).toBe(0));

  it('FEE-4 counts sides of A4: ten sheets on both sides are 20 pages, 20 sheets of A3 are 40', () => {
    expect(amount('pages', pagesOf(10, 2))).toBe(0);
    expect(pagesOf(10, 2)).toBe(20);
    expect(amount('pages', pagesOf(20, 1, 'A3'))).toBe(100);
  });
});

it('FEE-2 the twelfth application with 40 pages costs 100 yuan either way, and never both', () => {
  expect(unitPrice('items', 12)).toBe(100);
  expect(amount('pages', 40)).toBe(100);
});

it.each([-1, 2.5, 1e12, Number.NaN, Number.POSITIVE_INFINITY])('FEE-3 refuses %d', (n) => {
  expect(feeFor('items', n)).toMatchObject({ refused: true, code: 'FEE-3' });
  expect(feeFor('pages', n)).toMatchObject({ refused: true, code: 'FEE-3' });
});

it('FEE-1 the amount is the sum of the unit prices, and of its own steps', () => {
  const tariff = fc.constantFrom<FeeTariff>('items', 'pages');
  fc.assert(
    fc.property(tariff, fc.nat(400), fc.nat(400), (by, n, after) => {
      const fee = feeFor(by, n, after);
      if (isRefusal(fee)) return false;
      let sum = 0;
      for (let k = after + 1; k <= n; k += 1) sum += unitPrice(by, k);
      const products = fee.steps.map(({ says }) => Number(/= (\d+) 元$/.exec(says)?.[1] ?? 0));
      return fee.amount === sum && products.reduce((a, b) => a + b, 0) === sum;
    }),
  );
});
