import { describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { civil } from '../statute/civil-date.ts';

async function run(args: string[], files: Record<string, string | Buffer> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async (path) => {
      if (files[path] === undefined) throw new Error('ENOENT');
      return Buffer.from(files[path]);
    },
    today: civil('2026-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const counter = (submitted: string, events: object[] = []) => ({ receipt: { channel: 'counter', submitted }, events });

describe('gongkai clock', () => {
  it('CLK-1 reckons one history, by default as of today', async () => {
    const { code, out } = await run(['clock', 'a.json'], { 'a.json': JSON.stringify(counter('2026-03-02')) });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ received: '2026-03-02', due: '2026-03-30', late: true, light: 'overdue' });
    expect(Object.keys(JSON.parse(out))).toEqual([
      'received',
      'due',
      'provisional',
      'steps',
      'sideClocks',
      'light',
      'late',
      'issues',
    ]);
  });

  it('answers each history of an array on its own, from standard input too', async () => {
    const histories = [counter('2026-03-02'), counter('2026-03-32'), counter('2019-05-10'), 'x', counter('2026-03-06')];
    const { code, out } = await run(['clock', '-'], { '-': `\uFEFF${JSON.stringify(histories)}` });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { due: '2026-03-30' },
      { refusal: { code: 'HISTORY_DATE', says: expect.stringContaining('2026-03-32') } },
      { refusal: { code: 'CLK-17', basis: expect.stringContaining('《条例》') } },
      { refusal: { code: 'HISTORY_SHAPE' } },
      { due: '2026-04-03' },
    ]);
    expect(await run(['clock', 'e.json'], { 'e.json': '[]' })).toMatchObject({ code: 0, out: '[]' });
  });

  it('CLK-16 refuses an impossible history with exit code 1', async () => {
    const history = counter('2026-03-02', [{ type: 'fee-paid', on: '2026-03-20' }]);
    const { code, out } = await run(['clock', 'a.json'], { 'a.json': JSON.stringify(history) });
    expect(code).toBe(1);
    expect(Object.keys(JSON.parse(out).refusal)).toEqual(['code', 'basis', 'says']);
  });

  it.each([
    [['clock'], {}, '请给出一个 JSON 文件'],
    [['clock', 'none.json'], {}, '读不了文件“none.json”'],
    [['clock', 'a.json'], { 'a.json': '{\n"receipt": ' }, '不是 JSON'],
    [['clock', 'a.json'], { 'a.json': '{"due": 1}' }, '应当是一件申请的经过'],
    [['clock', 'a.json'], { 'a.json': '' }, '不是 JSON'],
    [['clock', 'a.json'], { 'a.json': Buffer.from('22b9abbebd22', 'hex') }, '不是 UTF-8 编码'],
    [['clock', 'a.json'], { 'a.json': Buffer.alloc(20 * 1024 * 1024 + 1, ' ') }, '超过 20 MB'],
    [['clock', '--all', 'a.json'], {}, '没有“--all”这个选项'],
    [['constructor'], {}, '没有“constructor”这个命令'],
    [['clock', 'a.json', 'b.json'], {}, '请给出一个 JSON 文件'],
    [
      ['clock', 'a.json'],
      { 'a.json': '{"receipt":{"submitted":"2026-03-02","submitted":"2026-03-05"}}' },
      '两次“submitted”',
    ],
  ])('tells what to do for %j %j', async (args, files, says) => {
    const { code, out, err } = await run(args, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it('takes the same name again in another object, and a text that looks like one', async () => {
    const events = [
      { type: 'agency-asked', on: '2026-03-03', who: '"who": {"who' },
      { type: 'agency-answered', on: '2026-03-04', who: '"who": {"who' },
    ];
    const { code, out } = await run(['clock', 'a.json'], { 'a.json': JSON.stringify(counter('2026-03-02', events)) });
    expect({ code, due: JSON.parse(out).due }).toEqual({ code: 0, due: '2026-03-31' });
  });

  it('has an example in its help that it can reckon', async () => {
    const { out } = await run(['clock', '--help']);
    const example = out.slice(out.indexOf('{\n'), out.indexOf('\n}\n') + 2);
    const { code, out: answer } = await run(['clock', '-'], { '-': example });
    expect(code).toBe(0);
    expect(JSON.parse(answer)).toMatchObject({ due: '2026-04-27', late: false });
  });
});
