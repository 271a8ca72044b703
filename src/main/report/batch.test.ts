import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { specimen } from '../../../test/support/report-layouts/layouts.ts';
import { main } from '../../main.ts';
import { civil } from '../../statute/civil-date.ts';

let folder: string;

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['report', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async (path) => readFileSync(path),
    today: civil('2026-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-batch-'));
  mkdirSync(join(folder, '年报', '乡镇'), { recursive: true });
  const put = (name: string, content: Uint8Array | string) => writeFileSync(join(folder, '年报', name), content);
  put('a.html', specimen(22).bytes);
  put('乡镇/b.html', specimen(44).bytes);
  put('c.docx', 'PK\u0003\u0004 damaged');
  put('d.png', 'no report and not asked for');
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(specimen(66).bytes), '某局.html');
  zip.addBuffer(Buffer.alloc(30 * 1024 * 1024, ' '), '空白.txt');
  zip.addBuffer(Buffer.from('x'), '说明.png');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  put('e.zip', Buffer.concat(chunks));
  put('f.zip', 'no archive');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('gongkai report batch', () => {
  it('ANR-32 reads folders and archives to the end, whatever cannot be read among them', async () => {
    const result = join(folder, 'all.jsonl');
    const { code, out, err } = await run('batch', join(folder, '年报'), '--out', result, '--year', '1999');
    expect({ code, out }).toEqual({ code: 1, out: '本次处理 6 份，结果文件共 6 份，其中 3 份读不了。' });
    const lines = linesOf(result);
    const names = lines.map(({ file, refused }) => [file.slice(folder.length + 4), refused?.code]);
    expect(names).toEqual([
      ['a.html', undefined],
      ['c.docx', 'REPORT_DAMAGED'],
      ['e.zip/某局.html', undefined],
      ['e.zip/空白.txt', 'REPORT_UNOPENED'],
      ['f.zip', 'REPORT_UNOPENED'],
      ['乡镇/b.html', undefined],
    ]);
    const { report } = specimen(22);
    expect(lines[0].report.table3.rows['3.7']).toEqual(report.figures.rows.get('3.7'));
    expect(lines[0].notes).toContain(`这是 ${report.year} 年度的报告，不是 1999 年度。`);
    expect(err).toContain('c.docx”：文件损坏');
  });

  it('ANR-32 goes on where it was interrupted, even in the middle of a line', async () => {
    const result = join(folder, 'again.jsonl');
    await run('batch', join(folder, '年报', 'a.html'), '--out', result);
    const first = readFileSync(result, 'utf8');
    appendFileSync(result, '{"file":"cut o');
    const { out } = await run('batch', join(folder, '年报', 'a.html'), join(folder, '年报', '乡镇'), '--out', result);
    expect(out).toBe('本次处理 1 份，结果文件共 2 份，其中 0 份读不了。');
    expect(readFileSync(result, 'utf8').startsWith(first)).toBe(true);
    expect(linesOf(result)).toHaveLength(2);
  });

  it.each([
    [['batch'], '请给出文件和 --out 结果文件'],
    [['batch', 'a.html'], '请给出文件和 --out 结果文件'],
    [['batch', 'a.html', '--out', 'x', '--fast'], '没有“--fast”这个选项'],
    [['convert', 'a.html'], '请给出一个文件和一个输出文件'],
    [['convert', 'a.html', 'a.exe'], '不会写“.exe”文件'],
  ])('tells how it is used for %j', async (args, says) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('gongkai report convert', () => {
  it.each(['docx', 'pdf', 'xlsx', 'csv', 'json'])(
    'ANR-30 .%s holds the figures of the report, and nothing is written over',
    async (kind) => {
      const to = join(folder, `out.${kind}`);
      const from = join(folder, '年报', 'a.html');
      expect(await run('convert', from, to)).toMatchObject({ code: 0, out: '' });
      const { report } = specimen(22);
      const total = report.figures.rows.get('3.7')!;
      if (kind === 'csv') {
        const lines = readFileSync(to, 'utf8').split('\r\n');
        expect(lines).toContain(`表三,/table3/rows/3.7/6,三、本年度办理结果 （七）总计,总计,${total[6] ?? ''}`);
        expect(lines).toContain(`表四,/table4/review/4,行政复议,总计,${report.figures.table4[0]![4] ?? ''}`);
      } else {
        const read = kind === 'json' ? readFileSync(to, 'utf8') : (await run('read', to)).out;
        expect(JSON.parse(read).table3.rows['3.7']).toEqual(total);
      }
      expect(await run('convert', from, to)).toMatchObject({ code: 2, err: expect.stringContaining('没有覆盖') });
    },
  );
});
