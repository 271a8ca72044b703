/** Web pages: merged cells, Word's markup, tables that arrange the page, boxes instead of tables. */
import type { PrintedReport, PrintedRow } from './printed-report.ts';
import type { Random } from './random.ts';

type Dress = (text: string) => string;

const plain: Dress = (text) => text;
const word: Dress = (text) => {
  const inside =
    text === ''
      ? '<o:p>&nbsp;</o:p>'
      : `${[...text].map((c, i) => (i === 1 ? `</span><span lang="EN-US">${c}` : c)).join('')}<o:p></o:p>`;
  return `<p class="MsoNormal" align="center"><span style="font-family:仿宋_GB2312">${inside}</span></p>`;
};

function cell(text: string, dress: Dress, spans = ''): string {
  return `<td${spans}>${dress(text)}</td>`;
}

const across = (n: number) => (n > 1 ? ` colspan="${n}"` : '');
const down = (n: number) => (n > 1 ? ` rowspan="${n}"` : '');

function table2(report: PrintedReport, dress: Dress): string {
  const rows = report.table2.flatMap(({ title, head, rows }) => [
    `<tr>${cell(title, dress, across(4))}</tr>`,
    `<tr>${head.map((text, i) => cell(text, dress, i === 1 && head.length === 2 ? across(3) : '')).join('')}</tr>`,
    ...rows.map(
      ({ label, cells }) =>
        `<tr>${cell(label, dress)}${cells.map((text) => cell(text, dress, cells.length === 1 ? across(3) : '')).join('')}</tr>`,
    ),
  ]);
  return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`;
}

const HEAD3 = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

function head3(dress: Dress): string {
  return [
    `<tr>${cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', dress, ' colspan="3" rowspan="3"')}${cell('申请人情况', dress, across(7))}</tr>`,
    `<tr>${cell('自然人', dress, down(2))}${cell('法人或其他组织', dress, across(5))}${cell('总计', dress, down(2))}</tr>`,
    `<tr>${HEAD3.map((text) => cell(text, dress)).join('')}</tr>`,
  ].join('\n');
}

/** How many rows a group reaches down; merged cells of real pages are sometimes one too short. */
function spanOf(rows: readonly PrintedRow[], at: number, depth: number): number {
  const next = rows.findIndex((row, i) => i > at && (row.depth <= depth || row.groups.length >= row.depth - depth));
  return (next === -1 ? rows.length : next) - at;
}

function rows3(rows: readonly PrintedRow[], dress: Dress): string {
  return rows
    .map((row, at) => {
      const groups = row.groups.map((group, i) => {
        const depth = row.depth - row.groups.length + i;
        return cell(group, dress, down(spanOf(rows, at, depth)));
      });
      return `<tr>${groups.join('')}${cell(row.label, dress, across(4 - row.depth))}${row.cells.map((text) => cell(text, dress)).join('')}</tr>`;
    })
    .join('\n');
}

function table3(report: PrintedReport, dress: Dress): string {
  return `<table border="1">${head3(dress)}${rows3(report.table3, dress)}</table>`;
}

const COLUMNS4 = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

function table4(report: PrintedReport, dress: Dress): string {
  const five = COLUMNS4.map((text) => cell(text, dress)).join('');
  return `<table border="1"><tr>${cell('行政复议', dress, across(5))}${cell('行政诉讼', dress, across(10))}</tr>
<tr>${COLUMNS4.map((text) => cell(text, dress, down(2))).join('')}${cell('未经复议直接起诉', dress, across(5))}${cell('复议后起诉', dress, across(5))}</tr>
<tr>${five}${five}</tr><tr>${report.table4.map((text) => cell(text, dress)).join('')}</tr></table>`;
}

function page(
  report: PrintedReport,
  tables: readonly [string, string, string],
  paragraph = (text: string) => `<p>${text}</p>`,
): string {
  const { headings: h, prose } = report;
  const title = `${report.unit}${report.year}年政府信息公开工作年度报告`;
  return `<html><head><meta charset="utf-8"><title>${title}</title><style>td{width:20px}</style></head><body>
<div class="path">当前位置：<a href="/">首页</a> &gt; 政府信息公开年报 &gt; ${report.year + 1}年</div><h1>${title}</h1>
<div>发布日期：${report.year + 1}-01-1${report.year % 10} 浏览次数：120 字体：[大 中 小] 分享到：</div>
${[prose.intro, h[0]!, ...prose.overall, h[1]!].map(paragraph).join('\n')}${tables[0]}
${[h[2]!, ...(prose.before3 ? [prose.before3] : [])].map(paragraph).join('\n')}${tables[1]}${paragraph(h[3]!)}${tables[2]}
${[h[4]!, prose.problems, h[5]!, prose.other].map(paragraph).join('\n')}
<div>主办：${report.unit} 网站标识码：1234560001 备案号：某ICP备12345678号</div></body></html>`;
}

export function webPage(report: PrintedReport): string {
  return page(report, [table2(report, plain), table3(report, plain), table4(report, plain)]);
}

export function wordPage(report: PrintedReport): string {
  return page(report, [table2(report, word), table3(report, word), table4(report, word)], word);
}

/** The whole page stands in a table that only arranges it. */
export function arrangedPage(report: PrintedReport): string {
  const inside = page(report, [table2(report, plain), table3(report, plain), table4(report, plain)]);
  return `<table width="100%"><tr><td width="200">导航<br>年报 2019 2020 2021</td><td><table><tr><td>${inside}</td></tr></table></td></tr></table>`;
}

/** Table 3 goes on in a second table with its head repeated; Table 4 is three tables. */
export function splitPage(report: PrintedReport, random: Random): string {
  const at = 8 + random.upTo(8);
  const [first, second] = [report.table3.slice(0, at), report.table3.slice(at)];
  const whole = `<table>${head3(plain)}${rows3(first, plain)}</table><p>- 3 -</p><table>${head3(plain)}${rows3(second, plain)}</table>`;
  const three = ['行政复议', '未经复议直接起诉', '复议后起诉'].map(
    (name, i) =>
      `<table><tr>${cell(name, plain, across(5))}</tr><tr>${COLUMNS4.map((text) => cell(text, plain)).join('')}</tr><tr>${report.table4
        .slice(i * 5, i * 5 + 5)
        .map((text) => cell(text, plain))
        .join('')}</tr></table>`,
  );
  return page(report, [table2(report, plain), whole, three.join('')]);
}

/** 总计 stands before 自然人. */
export function totalFirstPage(report: PrintedReport): string {
  const moved = report.table3.map((row) => ({ ...row, cells: [row.cells[6]!, ...row.cells.slice(0, 6)] }));
  const head = `<tr><td colspan="3">项目</td>${['总计', '自然人', ...HEAD3].map((text) => cell(text, plain)).join('')}</tr>`;
  return page(report, [table2(report, plain), `<table>${head}${rows3(moved, plain)}</table>`, table4(report, plain)]);
}

/** Every cell is a box of its own. */
export function boxPage(report: PrintedReport): string {
  const box = (texts: readonly string[]) =>
    `<div class="row">${texts.map((text) => `<div class="cell">${text}</div>`).join('')}</div>`;
  const two = report.table2.flatMap(({ title, head, rows }) => [
    box([title]),
    box(head),
    ...rows.map(({ label, cells }) => box([label, ...cells])),
  ]);
  const three = [
    box([
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '申请人情况',
      '自然人',
      '法人或其他组织',
      '总计',
    ]),
    box(HEAD3),
    ...report.table3.map(({ groups, label, cells }) => box([...groups, label, ...cells])),
  ];
  const four = [
    box(['行政复议', '行政诉讼']),
    box(COLUMNS4),
    box(['未经复议直接起诉', '复议后起诉']),
    box([...COLUMNS4, ...COLUMNS4]),
    box(report.table4),
  ];
  return page(report, [two.join('\n'), three.join('\n'), four.join('\n')]);
}

/** All tables in one, headings in rows of it; head cells, bold type and numeric entities. */
export function oneTablePage(report: PrintedReport): string {
  const dress: Dress = (text) => `<strong>${text.replace(/\d/g, (digit) => `&#${digit.charCodeAt(0)};`)}</strong>`;
  const inner = (table: string) => table.replace(/<\/?(?:table|tbody)[^>]*>/g, '');
  const heading = (text: string) => `<tr><th colspan="15">${text}</th></tr>`;
  const { headings: h } = report;
  const all = [h[1]!, h[2]!, h[3]!].map(heading);
  return page({ ...report, headings: [h[0]!, '', '', '', h[4]!, h[5]!], prose: { ...report.prose, before3: '' } }, [
    `<table>${all[0]}${inner(table2(report, dress))}${all[1]}${inner(table3(report, dress))}${all[2]}${inner(table4(report, dress))}</table>`,
    '',
    '',
  ]);
}
