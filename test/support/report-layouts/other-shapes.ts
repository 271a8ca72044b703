/**
 * Tables that lie otherwise than the form and that a person reads without a second look: columns of the report's own, parts beside each other, rows and columns
 * changed about, several rows in one, sentences, figures with blanks in them, a sheet saved as text.
 */
import { LITIGATION_COLUMNS } from '../../../src/annual-report/form.ts';
import type { PrintedReport, PrintedRow } from './printed-report.ts';
import type { Random } from './random.ts';
import { tabs, text } from './text-layouts.ts';
import { webPage } from './web-layouts.ts';

const TABLE_3 = /<table[^>]*><tr><td colspan="3" rowspan="3">[\s\S]*?<\/table>/;
const TABLE_4 = /<table[^>]*><tr><td colspan="5">行政复议[\s\S]*?<\/table>/;
const HEAD_ROWS = 3;

/** A page whose Table 3 is made anew from its rows. */
function table3(report: PrintedReport, made: (rows: readonly string[]) => string): string {
  return webPage(report).replace(TABLE_3, (table) => made(table.match(/<tr>[\s\S]*?<\/tr>/g)!));
}

const tableOf = (rows: readonly string[]) => `<table>${rows.join('\n')}</table>`;
const withCell = (row: string, cell: string) => row.replace('</tr>', `${cell}</tr>`);

const withColumn = (name: string, written: (random: Random) => string) => (report: PrintedReport, random: Random) =>
  table3(report, (rows) =>
    tableOf(
      rows.map((row, at) => {
        if (at === 0) return withCell(row, `<td rowspan="3">${name}</td>`);
        return at < HEAD_ROWS ? row : withCell(row, `<td>${written(random)}</td>`);
      }),
    ),
  );

export const remarks = withColumn('备注', (random) => random.pick(['', '', '2件跨年', '同比增长12%']));
export const lastYearBeside = withColumn('上年总计', (random) => String(random.upTo(30)));

const cellsIn = (row: string) => row.match(/<td[\s\S]*?<\/td>/g)!;

/** 自然人 to 其他 only. */
export function withoutTotal(report: PrintedReport): string {
  return table3(report, ([first, second, third, ...body]) =>
    tableOf([
      first!.replace('colspan="7"', 'colspan="6"'),
      second!.replace(/<td[^>]*>总计<\/td>/, ''),
      third!,
      ...body.map((row) => `<tr>${cellsIn(row).slice(0, -1).join('')}</tr>`),
    ]),
  );
}

/** The first four columns in one table, the others in the next. */
export function inHalves(report: PrintedReport): string {
  return table3(report, ([first, , , ...body]) => {
    const head = (names: readonly string[]) =>
      `<tr>${cellsIn(first!)[0]!.replace(' rowspan="3"', '')}${names.map((name) => `<td>${name}</td>`).join('')}</tr>`;
    const half = (from: number, to?: number) =>
      body.map(
        (row) => `<tr>${[...cellsIn(row).slice(0, -7), ...cellsIn(row).slice(-7).slice(from, to)].join('')}</tr>`,
      );
    return (
      tableOf([head(['自然人', '商业企业', '科研机构', '社会公益组织']), ...half(0, 4)]) +
      tableOf([head(['法律服务机构', '其他', '总计']), ...half(4)])
    );
  });
}

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** A column for each row of the form. */
export function turnedAbout(report: PrintedReport): string {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const head = ['申请人情况', ...report.table3.map(({ groups, label }) => groups.slice(-1).join('') + label)];
  const body = APPLICANTS.map((name, at) => [name, ...report.table3.map(({ cells }) => cells[at]!)]);
  return table3(report, () => tableOf([head, ...body].map(row)));
}

/** The rows of a group, each with its first. */
function grouped(rows: readonly PrintedRow[]): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  for (const row of rows) {
    if (row.depth === 3 && row.groups.length === 0) groups.at(-1)!.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Line under line in the cells of one row. */
export function stackedRows(report: PrintedReport): string {
  const body = grouped(report.table3).map((rows) => {
    const columns = [rows.map(({ label }) => label), ...APPLICANTS.map((_, at) => rows.map(({ cells }) => cells[at]!))];
    return `<tr><td>${rows[0]!.groups.at(-1) ?? ''}</td>${columns.map((lines) => `<td>${lines.join('<br>')}</td>`).join('')}</tr>`;
  });
  const head = ['', '项目', ...APPLICANTS].map((name) => `<td>${name}</td>`);
  return table3(report, () => tableOf([`<tr>${head.join('')}</tr>`, ...body]));
}

/** The end of one row is lost, so that the next stands behind it. */
export function runTogether(report: PrintedReport, random: Random): string {
  return table3(report, (rows) => {
    const at = HEAD_ROWS + 1 + random.upTo(rows.length - HEAD_ROWS - 3);
    return tableOf(rows).replace(`${rows[at]!}\n<tr>`, rows[at]!.replace('</tr>', ''));
  });
}

/** A sentence for each row, in the place of the table. */
export function told(report: PrintedReport): string {
  const sentences = report.table3.map(
    ({ label, cells }) => `${label}：${APPLICANTS.map((name, at) => `${name}${cells[at]}`).join('，')}。`,
  );
  const page = tabs(report);
  const [from, to] = [page.indexOf('（本列数据'), page.indexOf(report.headings[3]!)];
  return `${page.slice(0, from)}${sentences.join('\n')}\n${page.slice(to)}`;
}

const apart = (report: PrintedReport, write: (figure: string) => string): PrintedReport => ({
  ...report,
  table2: report.table2.map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(write) })),
  })),
  table3: report.table3.map((row) => ({ ...row, cells: row.cells.map(write) })),
  table4: report.table4.map(write),
});

/** `1 2 3` of one figure, or `12 345`, in cells or between wide gaps. */
export function spacedFigures(report: PrintedReport, random: Random): string {
  const write = random.chance(0.5)
    ? (figure: string) => [...figure].join(' ')
    : (figure: string) => figure.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ');
  const spaced = apart(report, write);
  return random.chance(0.5) ? webPage(spaced) : tabs(spaced).replace(/\t/g, '   ');
}

/** A sheet saved as CSV: merged cells leave blank ones. */
export function commas(report: PrintedReport, random: Random): string {
  const quoted = random.chance(0.5);
  const write = (cell: string) => (quoted && cell.includes(',') ? `"${cell}"` : cell);
  const row = (cells: readonly string[], width: number) =>
    [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')].map(write).join(',');
  return text(report, [
    report.table2.flatMap(({ title, head, rows }) =>
      [[title], head, ...rows.map(({ label, cells }) => [label, ...cells])].map((cells) => row(cells, 4)),
    ),
    [
      row(['', '', '', ...APPLICANTS], 10),
      ...report.table3.map(({ groups, label, depth, cells }) => {
        const before = [...Array<string>(depth - 1 - groups.length).fill(''), ...groups, label];
        return row([...before, ...Array<string>(3 - before.length).fill(''), ...cells], 10);
      }),
    ],
    [
      row(['行政复议', '', '', '', '', '行政诉讼'], 15),
      row([...LITIGATION_COLUMNS, '未经复议直接起诉', '', '', '', '', '复议后起诉'], 15),
      row(['', '', '', '', '', ...LITIGATION_COLUMNS, ...LITIGATION_COLUMNS], 15),
      row(report.table4, 15),
    ],
  ]);
}

/** 总计 before its parts. */
export function totalsFirst(report: PrintedReport): string {
  const first = (five: readonly string[]) => [five[4]!, ...five.slice(0, 4)];
  const cases = [0, 5, 10].flatMap((at) => first(report.table4.slice(at, at + 5)));
  const moved = webPage({ ...report, table4: cases });
  return moved.replace(TABLE_4, (table) =>
    table.replace(/((?:<td[^>]*>(?:结果维持|结果纠正|其他结果|尚未审结)<\/td>){4})(<td[^>]*>总计<\/td>)/g, '$2$1'),
  );
}

/** Once for wide screens and once for narrow ones. */
export function table4Twice(report: PrintedReport): string {
  return webPage(report).replace(TABLE_4, (table) => `<div>${table}</div><div>${table}</div>`);
}

/** A sheet too wide for its page: 其他 and 总计 stand on the next, line by line. */
export function overTwoPages(report: PrintedReport): string {
  const [left, right] = [
    report.table3.map(({ cells }) => cells.slice(0, 5)),
    report.table3.map(({ cells }) => cells.slice(5)),
  ];
  const names = report.table3.map(({ groups, label }) => [...groups, label].join('  '));
  const page = text(report, [
    report.table2.flatMap(({ title, head, rows }) =>
      [[title], head, ...rows.map(({ label, cells }) => [label, ...cells])].map((cells) => cells.join('   ')),
    ),
    ['申请人情况', APPLICANTS.slice(0, 5).join('  '), ...names.map((name, at) => [name, ...left[at]!].join('   '))],
    [
      '行政复议  行政诉讼',
      [...LITIGATION_COLUMNS, ...LITIGATION_COLUMNS.slice(0, 3)].join('  '),
      report.table4.slice(0, 8).join('   '),
    ],
  ]);
  const rest = [
    '复议后起诉',
    [...LITIGATION_COLUMNS.slice(3), ...LITIGATION_COLUMNS].join('  '),
    report.table4.slice(8).join('   '),
  ];
  return [page, '其他     总计', ...right.map((cells) => cells.join('     ')), ...rest, ''].join('\n');
}

/** The page ends in the middle of the table. */
export function cutAtTheEdge(report: PrintedReport): string {
  return table3(report, ([first, second, third, ...body]) =>
    tableOf([
      first!.replace('colspan="7"', 'colspan="5"'),
      second!.replace(/<td[^>]*>总计<\/td>/, '').replace('colspan="5"', 'colspan="4"'),
      `<tr>${cellsIn(third!).slice(0, 3).join('')}<td>法律</td></tr>`,
      ...body.map((row) => `<tr>${cellsIn(row).slice(0, -3).join('')}<td></td></tr>`),
    ]),
  );
}

/** Last year's number of decisions before this year's. */
export function decisionsOfTwoYears(report: PrintedReport, random: Random): string {
  if (report.figures.format !== '2021') return webPage(report);
  return webPage(report)
    .replace(
      /<td colspan="3">本年处理决定数量<\/td>/g,
      '<td>上年处理决定数量</td><td colspan="2">本年处理决定数量</td>',
    )
    .replace(
      /(<td>行政(?:许可|处罚|强制)<\/td>)<td colspan="3">/g,
      (_, label) => `${label}<td>${random.upTo(90)}</td><td colspan="2">`,
    );
}
