import { expect, it } from 'vitest';
import { breaksOf } from './breaks.ts';

const off = (name: string, ...days: string[]) => days.map((on) => ({ on, name }));

it('joins days off in a row for the same reason, across the end of a month', () => {
  expect(
    breaksOf([...off('劳动节', '2026-04-30', '2026-05-01', '2026-05-02'), ...off('端午节', '2026-06-19')]),
  ).toEqual([
    { name: '劳动节', from: '2026-04-30', to: '2026-05-02', days: 3 },
    { name: '端午节', from: '2026-06-19', to: '2026-06-19', days: 1 },
  ]);
});

it('parts what is off for another reason, or not in a row', () => {
  const days = [...off('元旦', '2026-01-01', '2026-01-03'), ...off('地方假日', '2026-01-04')];
  expect(breaksOf(days).map(({ from, to }) => [from, to])).toEqual([
    ['2026-01-01', '2026-01-01'],
    ['2026-01-03', '2026-01-03'],
    ['2026-01-04', '2026-01-04'],
  ]);
  expect(breaksOf([])).toEqual([]);
});
