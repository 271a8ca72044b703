import { expect, it } from 'vitest';
import { interactionsFrom } from './interactions-query.ts';

it.each([
  ['', { year: 2026 }],
  ['part=interactions&year=2024', { year: 2024 }],
  ['year=2024&kind=post&page=3', { year: 2024, kind: 'post', page: 3 }],
  ['kind=&page=1', { year: 2026 }],
  ['page=-2', { year: 2026 }],
])('the address “%s” asks for %o', (search, asked) => {
  expect(interactionsFrom(new URLSearchParams(search), '2026-11-26')).toEqual(asked);
});
