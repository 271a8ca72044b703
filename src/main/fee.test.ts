import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { fee } from './fee.ts';

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await fee.run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async () => Buffer.from(''),
    today: civil('2026-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('gongkai fee', () => {
  it.each([
    [['--items', '35'], 'items', 3000],
    [['--items=0'], 'items', 0],
    [['--pages', '250'], 'pages', 4700],
  ])('FEE-1 %j', async (args, tariff, amount) => {
    const { code, out } = await run(...args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tariff, amount });
  });

  it.each(['-1', '2.5', '1e3', 'abc', '', '99999999999999999999'])('FEE-3 refuses %j', async (count) => {
    const { code, out } = await run('--pages', count);
    expect(code).toBe(1);
    expect(JSON.parse(out).refusal).toMatchObject({ code: 'FEE-3', says: expect.stringContaining('整数') });
  });

  it.each([
    [[]],
    [['--items']],
    [['--items', '3', '--pages', '4']],
    [['--sheets', '3']],
    [['--items', '3', '--sheets']],
  ])('explains itself for %j', async (args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--items');
  });

  it('names the option it does not know', async () =>
    expect((await run('--sheets=3')).err).toContain('没有“--sheets”这个选项'));
});
