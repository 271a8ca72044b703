import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOUND, saying, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import { formatFor, LITIGATION_GROUPS } from '../../annual-report/form.ts';
import type { Report } from '../../annual-report/report.ts';
import { main } from '../../main.ts';
import { docxHtml } from '../../platform/papers/docx-html.ts';
import { pdfHtml } from '../../platform/papers/pdf-html.ts';
import { xlsxHtml } from '../../platform/papers/xlsx-html.ts';
import { civil } from '../../statute/civil-date.ts';

/** A report as a web page shows it when it is copied as text. */
function asText({ unit, year, table2, table3, table4, narrative }: Report): string {
  const line = (...cells: unknown[]) => `| ${cells.join(' | ')} |`;
  const { normativeDocuments: documents, regulations, licensing, punishment, coercion, feesWan } = table2!;
  const tables: Readonly<Record<string, string[]>> = {
    二: [
      line('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
      line('规章', regulations.made, regulations.repealed, regulations.valid),
      line('行政规范性文件', documents.made, documents.repealed, documents.valid),
      line('信息内容', '本年处理决定数量'),
      line('行政许可', licensing),
      line('行政处罚', punishment),
      line('行政强制', coercion),
      line('信息内容', '本年收费金额（单位：万元）'),
      line('行政事业性收费', feesWan),
    ],
    三: formatFor(2024).rows.map(({ code, label }) => line(label, ...(table3.rows[code] ?? []))),
    四: [
      line('行政复议', '行政诉讼'),
      line('未经复议直接起诉', '复议后起诉'),
      line(...LITIGATION_GROUPS.flatMap(() => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'])),
      line(...LITIGATION_GROUPS.flatMap(({ key }) => table4[key])),
    ],
  };
  const parts = narrative.flatMap(({ heading, text }) => [heading, text, ...(tables[heading[0] ?? ''] ?? [])]);
  return [`${unit}${year}年政府信息公开工作年度报告`, ...parts].filter((each) => each !== '').join('\n');
}

async function run(args: string[], files: Record<string, string> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(['report', 'check', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    read: async (path) => {
      if (files[path] === undefined) throw new Error('ENOENT');
      return Buffer.from(files[path]);
    },
    today: civil('2025-03-31'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const LAST_YEAR: Report = {
  ...withRow('4', [2, 0, 0, 0, 0, 0, 2]),
  year: 2023,
  table2: { ...SOUND.table2!, normativeDocuments: { made: 2, repealed: 1, valid: 20 } },
};
const WRONG = saying('全县共收到政府信息公开申请43件。');

describe('gongkai report check', () => {
  it('ANR-10 a sound report: nothing found, exit 0', async () => {
    expect(await run(['a.txt'], { 'a.txt': asText(SOUND) })).toEqual({
      code: 0,
      out: '青禾县人民政府　2024 年度政府信息公开工作年度报告\n\n合计：没有发现问题。',
      err: '',
    });
  });

  it('ANR-14 an error is told with its sentence, its advice and its basis, exit 1', async () => {
    const { code, out } = await run(['a.txt'], { 'a.txt': asText(WRONG) });
    expect(code).toBe(1);
    expect(out).toContain('【错误】1 处');
    expect(out).toContain(
      '1. 正文“收到申请”写 43，表三本年新收 33，相差 10。（TXT_T3）\n   原文：“全县共收到政府信息公开申请43件。”\n   建议：',
    );
    expect(out).toContain('   依据：《条例》第五十条');
    expect(out.split('\n').at(-1)).toBe('合计：错误 1 处，警告 0 处，提示 0 处。');
  });

  it('ANR-14 --json gives the findings and nothing else', async () => {
    const { code, out, err } = await run(['--json', 'a.txt'], { 'a.txt': asText(WRONG) });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual([
      {
        code: 'TXT_T3',
        severity: 'error',
        where: '全县共收到政府信息公开申请43件。',
        says: '正文“收到申请”写 43，表三本年新收 33，相差 10。',
        basis: '《条例》第五十条',
        advice: '核对台账，改正正文或者表格；统计范围不同的，在正文中写明范围。',
        left: 43,
        right: 33,
      },
    ]);
  });

  it('ANR-17 a hint alone leaves exit 0', async () => {
    const text = asText(saying('县政府办公室收到政府信息公开申请12件。'));
    const { code, out } = await run(['a.txt'], { 'a.txt': text });
    expect(code).toBe(0);
    expect(out.split('\n').at(-1)).toBe('合计：错误 0 处，警告 0 处，提示 1 处。');
  });

  it('ANR-12 --previous compares what was carried over', async () => {
    const files = { 'a.txt': asText(SOUND), 'b.txt': asText(LAST_YEAR) };
    for (const args of [
      ['a.txt', '--previous', 'b.txt'],
      ['--previous=b.txt', 'a.txt'],
    ]) {
      const { code, out } = await run([...args, '--json'], files);
      expect(code).toBe(1);
      expect(JSON.parse(out)[0]).toMatchObject({ code: 'T3_CARRY', where: '/table3/rows/2/0', left: 3, right: 2 });
    }
  });

  it('ANR-12 a previous report of another year is not compared, and that is said', async () => {
    const files = { 'a.txt': asText(SOUND), 'b.txt': asText({ ...LAST_YEAR, year: 2021 }) };
    const { out } = await run(['a.txt', '--previous', 'b.txt'], files);
    expect(out).not.toContain('T3_CARRY');
    expect(out).toContain('2021 年度的报告，不是 2023 年度');
  });

  it('ANR-12 a previous report of another agency is compared, and that is said first', async () => {
    const files = { 'a.txt': asText(SOUND), 'b.txt': asText({ ...LAST_YEAR, unit: '白河县人民政府' }) };
    const { out } = await run(['a.txt', '--previous', 'b.txt'], files);
    expect(out).toContain('作为上年年报给出的是“白河县人民政府”的报告，这份是“青禾县人民政府”的');
  });

  it.each([
    ['a file that is not there', ['c.txt'], '读不了文件“c.txt”'],
    ['a previous file that is not there', ['a.txt', '--previous', 'c.txt'], '读不了文件“c.txt”'],
    ['no report', ['d.txt'], 'd.txt'],
    ['no file', [], '请给出一个年度报告文件'],
    ['two files', ['a.txt', 'a.txt'], '请给出一个年度报告文件'],
    ['an option it does not know', ['a.txt', '--strict'], '没有“--strict”这个选项'],
    ['--previous without a file', ['a.txt', '--previous'], '请给出一个年度报告文件'],
  ])('ANR-20 %s: exit 2 with the reason, nothing printed as a result', async (_, args, reason) => {
    const files = { 'a.txt': asText(SOUND), 'd.txt': '今天的会议讨论了预算。' };
    const { code, out, err } = await run(args, files);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });

  it.each(['docx', 'xlsx', 'pdf'])(
    'ANR-33 saves the findings as .%s for the office to answer, and writes nothing over',
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'findings-'));
      try {
        const to = join(folder, `核对.${kind}`);
        const { code } = await run(['a.txt', '--save', to], { 'a.txt': asText(WRONG) });
        expect(code).toBe(1);
        const bytes = readFileSync(to);
        const pdf = kind === 'pdf' ? await pdfHtml(bytes) : undefined;
        const text = pdf ? ('text' in pdf ? pdf.text : '') : (docxHtml(bytes) ?? xlsxHtml(bytes) ?? '');
        const plain = text.replace(/\s|<[^>]*>/g, '');
        expect(plain).toContain('TXT_T3');
        expect(plain).toContain('办理情况');
        expect(await run(['a.txt', '--save', to], { 'a.txt': asText(WRONG) })).toMatchObject({
          code: 2,
          err: expect.stringContaining('没有覆盖'),
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('ANR-33 refuses a kind of file it cannot write before it reads anything', async () => {
    expect(await run(['none.txt', '--save', '核对.exe'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('后缀可以是 .docx、.pdf、.xlsx'),
    });
  });
});
