import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { calendar } from './calendar.ts';

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await calendar.run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async () => Buffer.from(''),
    today: civil('2026-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('gongkai calendar show', () => {
  it('CAL-1 shows notice, holidays, make-up days and the number of workdays', async () => {
    const { code, out } = await run('show', '2026');
    expect(code).toBe(0);
    for (const text of [
      '国办发明电〔2025〕7号',
      'content_7047091',
      '春节：2026-02-15（日） — 2026-02-23（一）',
      '2026-02-14（六）',
      '248 个',
    ])
      expect(out).toContain(text);
    expect(out).not.toContain('暂估');
  });

  it('CAL-7 marks a year without notice as provisional', async () => {
    const { out } = await run('show', '2027');
    expect(out).toContain('2027 年工作日历（暂估');
    expect(JSON.parse((await run('show', '2027', '--json')).out)).toMatchObject({ provisional: true, notices: [] });
  });

  it('CAL-7 says what it does not know of a year further off', async () => {
    expect((await run('show', '2028')).out).toContain('农历节日和清明的日期还没有录入');
    expect((await run('show', '2027')).out).not.toContain('还没有录入');
  });

  it('CAL-2 names every notice that arranged a day of the year', async () => {
    const { out } = await run('--json', 'show', '2022');
    const view = JSON.parse(out);
    expect(view.notices.map(({ number }: { number: string }) => number)).toEqual([
      '国办发明电〔2021〕11号',
      '国办发明电〔2022〕16号',
    ]);
    expect(view).toMatchObject({ year: 2022, provisional: false, workdays: 249 });
    expect(view.holidays.at(-1)).toEqual({ name: '元旦', from: '2022-12-31', to: '2022-12-31' });
    expect(view.makeUpDays).toContain('2022-10-08');
  });

  it.each([
    [[]],
    [['show']],
    [['show', '26']],
    [['show', '2018']],
    [['show', '9999']],
    [['show', '2026', '--all']],
    [['list', '2026']],
    [['show', '2026', '2027']],
  ])('explains itself for %j', async (args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('gongkai calendar show 2026');
  });
});
