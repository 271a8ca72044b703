import { expect, it } from 'vitest';
import { isNarrowed, queryFrom } from './look-query.ts';

it.each([
  ['', {}],
  ['officerId=o1&agencyId=county&from=2026-03-01&to=2026-03-31&page=2', null],
  ['from=yesterday&page=0&sort=due', {}],
  ['page=1', {}],
])('SEC-23 the address “%s” asks for what it names and nothing else', (address, asked) => {
  const query = queryFrom(new URLSearchParams(address));
  expect(query).toEqual(asked ?? { ...Object.fromEntries(new URLSearchParams(address)), page: 2 });
});

it('SEC-23 a page alone narrows nothing', () => {
  expect([isNarrowed({ page: 2 }), isNarrowed({ page: 2, from: '2026-03-01' })]).toEqual([false, true]);
});
