import { describe, expect, it } from 'vitest';
import { specimen } from '../../../test/support/report-layouts/layouts.ts';
import { main } from '../../main.ts';
import { civil } from '../../statute/civil-date.ts';

async function run(args: string[], files: Record<string, Uint8Array> = {}) {
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

describe('gongkai report read', () => {
  it('ANR-21 prints the figures under the names of the form', async () => {
    const { report, bytes } = specimen(1);
    const { code, out } = await run(['report', 'read', '年报.html'], { '年报.html': bytes });
    expect(code).toBe(0);
    const read = JSON.parse(out);
    expect(Object.keys(read)).toEqual(['unit', 'year', 'format', 'table2', 'table3', 'table4', 'undecided']);
    expect(read).toMatchObject({ unit: report.unit, year: report.year, undecided: [] });
    expect(read.table3.rows['3.7']).toEqual(report.figures.rows.get('3.7'));
  });

  it('ANR-61 says how many cells were not read', async () => {
    const [none, text] = [specimen(1).bytes, new TextDecoder().decode(specimen(1).bytes)];
    const cut = new TextEncoder().encode(text.replace(/<tr>(?:(?!<tr>)[\s\S])*?信访[\s\S]*?<\/tr>/, ''));
    expect((await run(['report', 'read', 'a.html'], { 'a.html': none })).err).toBe('');
    expect((await run(['report', 'read', 'a.html'], { 'a.html': cut })).err).toContain('有 7 格没有读出');
  });

  it.each([
    [['report'], '用法：gongkai report'],
    [['report', 'weigh', 'a'], '没有“weigh”这个子命令'],
    [['report', 'read'], '请给出一个文件'],
    [['report', 'read', '通知.txt', '--strict'], '没有“--strict”这个选项'],
    [['report', 'read', 'none.html'], '读不了文件“none.html”'],
    [['report', 'read', '通知.txt'], '这不像政府信息公开工作年度报告'],
  ])('ANR-20 tells what to do for %j', async (args, says) => {
    const { code, out, err } = await run(args, { '通知.txt': Buffer.from('关于公开年度报告申请表的通知') });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it('has a help of its own and one for all of report', async () => {
    expect((await run(['report', 'read', '--help'])).out).toContain('用法：gongkai report read 文件');
    expect((await run(['report', '--help'])).out).toContain('用法：gongkai report <子命令>');
  });
});
