import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUND } from '../../annual-report/check/sound-report.fixture.ts';
import { reportJson } from '../../annual-report/render/report-json.ts';
import { main } from '../../main.ts';
import { civil } from '../../statute/civil-date.ts';

let folder: string;
const at = (name: string) => join(folder, name);

async function compare(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['report', 'compare', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async (path) => readFileSync(path),
    today: civil('2026-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-compare-'));
  const put = (name: string, unit: string, year: number) =>
    writeFileSync(at(name), reportJson({ ...SOUND, unit, year }));
  put('a.json', '青禾县人民政府', 2024);
  put('b.json', '白沙县人民政府', 2024);
  put('c.json', '青禾县人民政府', 2023);
  writeFileSync(at('bad.html'), '<p>政府信息公开目录</p>');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gongkai report compare', () => {
  it('ANR-36 prints the years of an agency in columns', async () => {
    const { code, out } = await compare(at('a.json'), at('c.json'));
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.some((line) => /^指标 +2023 年 +2024 年$/.test(line))).toBe(true);
    expect(lines.some((line) => /^本年新收（件） +33 +33$/.test(line))).toBe(true);
  });

  it('ANR-36 ANR-37 ranks, saves the figures as figures in Excel, writes nothing over, and goes on past what cannot be read', async () => {
    const [a, b] = [at('a.json'), at('b.json')];
    const { code, out, err } = await compare(
      a,
      at('bad.html'),
      b,
      '--rank',
      'outcomes.1.share',
      '--save',
      at('x.xlsx'),
    );
    expect({ code, out }).toEqual({ code: 1, out: `已比较 2 份报告，写入“${at('x.xlsx')}”。` });
    expect(err).toContain('bad.html”：这不像');
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(at('x.xlsx'));
    const rows: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => void rows.push((row.values as unknown[]).slice(1)));
    expect(rows).toContainEqual(['本年新收（件）', 33, 33]);
    expect(rows.flat()).toContain('排名：予以公开占办结的比例');
    expect(await compare(a, b, '--save', at('x.xlsx'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有覆盖'),
    });
  });

  it('gives the same as JSON', async () => {
    const told = JSON.parse((await compare(at('a.json'), at('b.json'), '--json', '--rank=remedies.review')).out);
    expect(Object.keys(told)).toEqual(['subjects', 'tables', 'cautions', 'rankings', 'unread']);
    expect(told.rankings[0].years[0].places.map(({ place }: { place: number }) => place)).toEqual([1, 1]);
  });

  it.each([
    [[], '请给出两份以上的年度报告'],
    [['a.json'], '能读的报告只有 1 份'],
    [['a.json', 'b.json', '--rank', 'best'], '没有“best”这个指标'],
    [['a.json', 'b.json', '--save', 'x.exe'], '不会写“x.exe”'],
    [['a.json', '--fast'], '没有“--fast”这个选项'],
  ])('tells how it is used for %j', async (args, says) => {
    const { code, err } = await compare(...args.map((arg) => (existsSync(at(arg)) ? at(arg) : arg)));
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
