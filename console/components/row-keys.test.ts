import { expect, it } from 'vitest';
import { rowAfter } from './row-keys.ts';

it.each([
  ['begins at the first going down', -1, 1, 5, 0],
  ['begins at the last going up', -1, -1, 5, 4],
  ['goes down', 1, 1, 5, 2],
  ['stays at the last', 4, 1, 5, 4],
  ['stays at the first', 0, -1, 5, 0],
])('%s', (_, at, step, rows, next) => {
  expect(rowAfter(at, step, rows)).toBe(next);
});
