import { expect, it } from 'vitest';
import { numberText, queryNumberText } from './numbers.ts';

it('REQ-35 numbers read as official documents number', () => {
  expect(numberText('示政', 'application', 2024, 1)).toBe('示政公开申〔2024〕1号');
  expect(numberText('示政', 'reply', 2026, 12)).toBe('示政公开答〔2026〕12号');
  expect(queryNumberText(2026, 42)).toBe('2026000042');
});
