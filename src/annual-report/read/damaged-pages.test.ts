/** Pages as converters and careless hands leave them: what is damaged is read as printed or named, never read wrong. */
import { describe, expect, it } from 'vitest';
import { type PrintedReport, printReport } from '../../../test/support/report-layouts/printed-report.ts';
import { seeded } from '../../../test/support/report-layouts/random.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { cellPerLine, spaced, tabs } from '../../../test/support/report-layouts/text-layouts.ts';
import { webPage } from '../../../test/support/report-layouts/web-layouts.ts';
import { PICTURE_PLACE } from '../../statute/paper.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { checkReport } from '../check/check-report.ts';
import type { Report } from '../report.ts';
import { readReport } from './read-report.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => 700 + i);

function read(text: string): Report {
  const reading = readReport(new TextEncoder().encode(text));
  if (isRefusal(reading)) throw new Error(reading.says);
  return reading;
}

function scores(print: (report: PrintedReport, seed: number) => string) {
  return SEEDS.map((seed) => {
    const report = printReport(seeded(seed));
    return score(report.figures, read(print(report, seed)));
  });
}

describe('ANR-21 a damaged page', () => {
  it.each<[string, (page: string) => string]>([
    ['empty rows that break merged heads', (page) => page.replace(/<\/tr>/g, '</tr><tr></tr>')],
    [
      'two rows in the wrong order',
      (page) => page.replace(ROW_2, '').replace(ROW_4, `$&${ROW_2.exec(page)?.[0] ?? ''}`),
    ],
    ['a page within the page', (page) => `<html><body>${framed(page)}</body></html>`],
    ['cells that say they reach over a thousand columns', (page) => page.replace(/colspan="3"/g, 'colspan="1001"')],
    [
      'an XML page with sections of CDATA',
      (page) => `<?xml version="1.0"?>${page.replace(/<td>(\d+)<\/td>/g, '<td><![CDATA[$1]]></td>')}`,
    ],
    ['units that end as a sentence', (page) => page.replace(/<td>(\d+)<\/td>/g, '<td>共$1件。</td>')],
    [
      'a page that ends inside a row, and repeats the head',
      (page) => page.replace(LABEL, `$1</td>$3</tr>${HEAD}<tr><td></td><td></td><td>$2${'<td></td>'.repeat(7)}</tr>`),
    ],
    ['every table printed again in an annex', (page) => page.replace('</body>', `<p>附件</p>${tablesOf(page)}</body>`)],
  ])('%s', (_, damage) => {
    for (const found of scores((report) => damage(webPage(report))))
      expect(found).toMatchObject({ wrong: [], undecided: 0 });
  });

  it('3.其他 of （六） where its other rows are left out is no sum of them', () => {
    for (const seed of SEEDS) {
      const report = printReport(seeded(seed));
      if (!report.figures.rows.has('3.6.3')) continue;
      const [first, second, third] = ['3.6.1', '3.6.2', '3.6.3'].map(
        (code) => report.table3.find((row) => row.code === code)!,
      );
      const only = { ...third!, groups: first!.groups, label: '3.其他' };
      const table3 = report.table3.flatMap((row) =>
        row === third ? [only] : row === first || row === second ? [] : [row],
      );
      const { rows } = read(webPage({ ...report, table3 })).table3;
      expect([rows['3.6'] ?? null, rows['3.6.3']]).toEqual([null, report.figures.rows.get('3.6.3')]);
    }
  });

  it('a result whose label is no word of the form keeps its figures', () => {
    for (const found of scores((report) => webPage(report).replace(/(>（一）)予以公开/, '$1与以公升')))
      expect(found.wrong).toEqual([]);
  });

  it('a head of two levels on one line names 总计 before the columns that stand left of it', () => {
    const head = '申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他';
    for (const found of scores((report, seed) =>
      spaced(report, seeded(seed)).replace(/^自然人.*\n(?:.*\n)?(?=一、)/m, `${head}\n`),
    ))
      expect(found.wrong).toEqual([]);
  });

  it('a table that cannot be told from the paragraph around it is undecided, not absent', () => {
    const page = webPage(printReport(seeded(700))).replace(
      /<table[\s\S]*?<\/table>/,
      '<p>全年情况如下。第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章0 0 0，其余见附件。</p>',
    );
    const { table2, undecided } = read(page);
    expect(table2?.licensing).toBeNull();
    expect(undecided).toContain('/table2/licensing');
    expect(undecided).toContain('/table2/normativeDocuments/valid');
  });

  it('a page number before a cell of its own line is no part of the figure', () => {
    for (const found of scores((report) => cellPerLine(report).replace(/^[1-9]\d{0,2} \|$/m, '6\n$&')))
      expect(found.wrong).toEqual([]);
  });

  it('a label of Table 2 that is misprinted leaves its figure undecided', () => {
    for (const found of scores((report) => tabs(report).replace(/行政处罚(?=\t)/, '行处罚')))
      expect(found.wrong).toEqual([]);
  });
});

const LABEL = /(信访举报投)(诉类申请<\/td>)((?:<td>[^<]*<\/td>){7})<\/tr>/;
const HEAD = `<tr><td colspan="3">申请人情况</td>${'<td>商业企业</td>'.repeat(7)}</tr>`;
const framed = (page: string) =>
  `<iframe srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"></iframe>`;

const ROW_2 = /<tr>(?:(?!<tr>).)*二、上年结转.*?<\/tr>/s;
const ROW_4 = /<tr>(?:(?!<tr>).)*四、结转下年.*?<\/tr>/s;

function tablesOf(page: string): string {
  return page.match(/<table[\s\S]*?<\/table>/g)?.join('\n') ?? '';
}

const ROWS = (direct: string) => [
  '四、政府信息公开行政复议、行政诉讼情况',
  '行政复议',
  '行政诉讼',
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
  direct,
];
const report = (lines: readonly string[]) =>
  [
    '白沙县2024年政府信息公开工作年度报告',
    '一、总体情况',
    '全年平稳。',
    '三、收到和处理政府信息公开申请情况',
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    ...lines,
    '五、存在的主要问题及改进情况',
    '改进培训。',
  ].join('\n\n');

describe('ANR-21 Table 4 in a flow of one cell a line', () => {
  it('whose totals stand elsewhere in their groups is undecided', () => {
    const { table4, undecided } = read(
      report([...ROWS('未经复议直接起诉'), ...'41 96 0 17 38 0 0 0 0 0 0 0 0 0 0'.split(' ')]),
    );
    expect(table4.review).toEqual([null, null, null, null, null]);
    expect(undecided.filter((pointer) => pointer.startsWith('/table4'))).toHaveLength(15);
  });

  it('whose group, glued, may have its total left at 0 is undecided there', () => {
    const { table4 } = read(report([...ROWS('未经复议直接起诉'), '复议后起诉', '200020370100503742']));
    expect([table4.review, table4.directLitigation]).toEqual([[2, 0, 0, 0, 2], Array(5).fill(null)]);
    expect(table4.postReviewLitigation).toEqual([0, 5, 0, 37, 42]);
  });

  it('whose totals were left at 0 is read as printed', () => {
    const { table4 } = read(report([...ROWS('未经复议直接起诉'), ...'4 1 1 0 0 0 0 0 0 0 0 0 0 0 0'.split(' ')]));
    expect(table4.review).toEqual([4, 1, 1, 0, 0]);
  });
});

describe('ANR-21 plain tables', () => {
  it('read a merged cell that a converter printed in every column, and 零 among figures', () => {
    const { table2 } = read(
      `${report([])}\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 零 零 零\n行政规范性文件 12 三 40\n\n| 第二十条第（五）项 | 第二十条第（五）项 |\n| --- | --- |\n| 行政许可 | 870 | 870 | 870 |\n`,
    );
    expect(table2).toMatchObject({
      regulations: { made: 0, repealed: 0, valid: 0 },
      normativeDocuments: { made: 12, repealed: 3, valid: 40 },
      licensing: 870,
    });
  });
});

describe('ANR-58 a table broken over pages inside a label', () => {
  const HALVES = /(申请人逾期未按收费通知要求缴纳费用、行政机关不)(再处理其政府信息公开申请)/;
  const row = (label: string, figures: readonly (number | string)[]) =>
    `<tr><td>${label}</td>${figures.map((figure) => `<td>${figure}</td>`).join('')}</tr>`;

  it('goes on below: the rest of the label is no row of its own', () => {
    const [, half, rest] = HALVES.exec('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请')!;
    const page = [
      '<body><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>',
      row('一、本年新收政府信息公开申请数量', [7, 0, 0, 0, 0, 0, 7]),
      row('二、上年结转政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 1]),
      row(`2.${half}`, [8, 0, 0, 0, 0, 0, 8]),
      '</table><table>',
      row(rest!, Array(7).fill('')),
      row('（七）总计', [8, 0, 0, 0, 0, 0, 8]),
      '</table></body>',
    ];
    const { table3, undecided } = read(page.join(''));
    const unfound = undecided.filter((where) => /rows[/](?:1|2|3[.]6[.]2|3[.]7)[/]/.test(where));
    expect([table3.rows['2'], table3.rows['3.6.2'], unfound]).toEqual([
      [1, 0, 0, 0, 0, 0, 1],
      [8, 0, 0, 0, 0, 0, 8],
      [],
    ]);
  });

  it('inside a figure leaves the row open, and a row of （六） that is not found leaves its three open', () => {
    const page = [
      '<body><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>',
      row('一、本年新收政府信息公开申请数量', [1169, 0, 0, 0, 0, 0, 1169]),
      row('（一）予以公开', [1, 0, 0, 0, 0, 0, 1]),
      '</table><table>',
      row('', [169, '', '', '', '', '', 169]),
      row('（二）部分公开', [0, 0, 0, 0, 0, 0, 0]),
      row('（七）总计', [1169, 0, 0, 0, 0, 0, 1169]),
      '</table></body>',
    ];
    const { undecided } = read(page.join(''));
    for (const code of ['3.1', '3.6.1', '3.6.3']) expect(undecided).toContain(`/table3/rows/${code}/0`);
    expect(undecided).not.toContain('/table3/rows/3.2/0');
  });

  it('before the words that name it takes its name from both halves', () => {
    const page = [
      '<body><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>',
      row('一、本年新收政府信息公开申请数量', [9, 0, 0, 0, 0, 0, 9]),
      row('（六）其他处理1.申请人无正当理由逾期不', [8, 0, 0, 0, 0, 0, 8]),
      '</table><table>',
      row('补正、行政机关不再处理其政府信息公开申请', Array(7).fill('')),
      row('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', [1, 0, 0, 0, 0, 0, 1]),
      '</table></body>',
    ];
    const { table3, undecided } = read(page.join(''));
    const lost = undecided.filter((where) => where.includes('/3.6.'));
    expect([table3.rows['3.6.1']?.[0], table3.rows['3.6.2']?.[0], lost.length]).toEqual([8, 1, 7]);
    expect(lost[0]).toBe('/table3/rows/3.6.3/0');
  });

  it('a table that is a picture is undecided, not absent', () => {
    const text = `一、总体情况\n全年平稳。\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n六、其他需要报告的事项\n无。\n${PICTURE_PLACE}`;
    expect(read(text).undecided).toContain('/table3/rows/3.1/0');
    // Without a picture only what stands under a heading of its own is looked for.
    expect(read(text).undecided).toContain('/table2/licensing');
    expect(read(text.replace(PICTURE_PLACE, '')).undecided).not.toContain('/table2/licensing');
  });

  it('a sentence of three figures that a page breaks is no row of Table 3', () => {
    const told = '2024年，全县新收政府信息公开申请11件，上年结转17件，共办理答复28件，结转下';
    const text = spaced(printReport(seeded(701)), seeded(701)).replace(
      '一、总体情况',
      `一、总体情况\n${told}\n年度0件。`,
    );
    expect(read(text).undecided).toEqual(read(text.replace(`${told}\n年度0件。`, '')).undecided);
  });
});

describe('ANR-21 a page that lists other reports first', () => {
  const text = [
    '东河县财政局2022年政府信息公开工作年度报告',
    '东河县教育局2023年政府信息公开工作年度报告',
    '东河县司法局2024年政府信息公开工作年度报告',
    '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
    '一、总体情况',
    '全年平稳。',
    '六、其他',
    '无。',
  ].join('\n');

  it('is named by the title of the year whose figures it tells', () => {
    expect(read(text)).toMatchObject({ unit: '东河县司法局', year: 2024 });
  });

  it('ANR-17 has its last part, whose heading is shortened', () => {
    const says = checkReport(read(text)).filter(({ severity }) => severity !== 'hint');
    expect(says.map((finding) => finding.says).join()).not.toContain('没有“六、其他需要报告的事项”');
  });

  it('is named without the office that wrote the report', () => {
    const untitled = `本报告由西河县司法局办公室编制。\n${text.split('\n').slice(3).join('\n')}`;
    expect(read(untitled).unit).toBe('西河县司法局');
  });
});
