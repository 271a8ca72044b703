import { expect, it } from 'vitest';
import { countedFrom, countedPath } from './counted-query.ts';

const read = (path: string) => countedFrom(new URLSearchParams(path.split('?')[1]), 2026);

it('opens the figure that its address names', () => {
  const asked = { year: 2026, figure: 'late', by: 'outcome', key: '3.3.1' } as const;
  expect(read(countedPath(asked))).toEqual(asked);
  expect(read(countedPath({ year: 2026, figure: 'timed' }))).toEqual({ year: 2026, figure: 'timed' });
});

it.each(['?figure=x', '?figure=constructor', '?by=outcome', '?by=x&key=1', '?page=-1'])('passes over %s', (path) =>
  expect(read(path)).toEqual({ year: 2026, figure: 'received' }),
);
