import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { LAYOUTS, specimen } from '../../../test/support/report-layouts/layouts.ts';
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
  put('d.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]));
  put('~$a.docx', 'left by Word');
  put('.DS_Store', 'left by a Mac');
  mkdirSync(join(folder, '年报', 'a_files'));
  put('a_files/style.css', 'left by a browser');
  put('g.rtf', '{\\rtf1\\ansi 年度报告}');
  put('h.bin', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 197 + 131) % 256)));
  const report = Buffer.from(specimen(LAYOUTS.findIndex(({ name }) => name === '表三 twice')).bytes);
  const outside = await zipped({ 'xx/EVIL.html': report, '又一局.html': report });
  put(
    'e.zip',
    await zipped({
      '某局.html': report,
      '空白.txt': Buffer.alloc(30 * 1024 * 1024, ' '),
      '__MACOSX/某局.html': Buffer.from('left by a Mac'),
      '内.zip': await zipped({ '某镇.html': report, '更内.zip': await zipped({ 'x.html': report }) }),
      // As no honest program writes it.
      '外.zip': Buffer.from(outside.toString('latin1').replaceAll('xx/EVIL', '../EVIL'), 'latin1'),
    }),
  );
  put('f.zip', 'no archive');
});

async function zipped(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

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
    expect({ code, out }).toEqual({
      code: 1,
      out: '本次处理 13 份，结果文件共 13 份，其中 8 份读不了。本次有 3 份共 546 格没有读出，见各份的 undecided。',
    });
    const lines = linesOf(result);
    const names = lines.map(({ file, refused }) => [file.slice(folder.length + 4), refused?.code]);
    expect(names).toEqual([
      ['a.html', undefined],
      ['c.docx', 'REPORT_DAMAGED'],
      ['d.png', 'REPORT_PICTURE'],
      ['e.zip/某局.html', undefined],
      ['e.zip/空白.txt', 'REPORT_UNOPENED'],
      ['e.zip/内.zip/某镇.html', undefined],
      ['e.zip/内.zip/更内.zip', 'REPORT_ARCHIVE'],
      ['e.zip/外.zip/../EVIL.html', 'REPORT_UNOPENED'],
      ['e.zip/外.zip/又一局.html', undefined],
      ['f.zip', 'REPORT_UNOPENED'],
      ['g.rtf', 'REPORT_OFFICE'],
      ['h.bin', 'REPORT_ENCODING'],
      ['乡镇/b.html', undefined],
    ]);
    const { report } = specimen(22);
    expect(lines[0].report.table3.rows['3.7']).toEqual(report.figures.rows.get('3.7'));
    expect(lines[0].notes).toContain(`这是 ${report.year} 年度的报告，不是 1999 年度。`);
    expect(err).toContain('c.docx”：文件损坏');
    expect(err).toContain('g.rtf”：这是 RTF 文件，不能直接读取。请用 Word 或者 WPS 打开，另存为 .docx。');
    expect(err).toMatch(/没有读系统、办公软件或者浏览器留下的 4 个文件和文件夹：.*\.DS_Store/);
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

  it('ANR-32 says so where there is nothing to read, or not what was asked for', async () => {
    const nothing = join(folder, '空');
    mkdirSync(nothing);
    expect(await run('batch', nothing, '--out', join(nothing, 'x.jsonl'))).toMatchObject({
      code: 1,
      err: '没有找到文件。请检查给出的文件夹。',
    });
    const many = join(folder, 'e.zip');
    writeFileSync(
      many,
      await zipped({
        '年报.docx': await zipped({ '[Content_Types].xml': Buffer.alloc(9), 'word/document.xml': Buffer.alloc(9) }),
      }),
    );
    expect(await run('check', many)).toMatchObject({ code: 2, err: expect.stringContaining('这是压缩包') });
    const { code, err } = await run('batch', join(folder, 'none.html'), '--out', join(folder, 'none.jsonl'));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('没有这个文件') });
  });

  it.each([
    [['batch'], '请给出文件和 --out 结果文件'],
    [['batch', 'a.html'], '请给出文件和 --out 结果文件'],
    [['batch', 'a.html', '--out', 'x', '--fast'], '没有“--fast”这个选项'],
    [['batch', 'a.html', '--out', 'x', '--year', 'abc'], '--year 后面写四位数字的年度，不是“abc”'],
    [['batch', 'a.html', '--out', tmpdir()], '写不了结果文件'],
    [['batch', 'a.html', '--out', join(tmpdir(), 'no such folder', 'x.jsonl')], '写不了结果文件'],
    [['read', tmpdir()], '是文件夹'],
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
