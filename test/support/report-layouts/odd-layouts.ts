/**
 * What people and programs do to a web page besides printing it: notes raised behind a figure, figures struck out or hidden beside it, zeros
 * merged, heads turned about, another unit, the same table twice. Each is read as a person would, or left undecided.
 */
import type { PrintedReport } from './printed-report.ts';
import type { Random } from './random.ts';
import { webPage } from './web-layouts.ts';

type Rewritten = (figure: string, random: Random) => string;

const isFigure = (text: string) => /^\d/.test(text);

function rewriting(report: PrintedReport, random: Random, share: number, write: Rewritten): PrintedReport {
  const one = (text: string) => (isFigure(text) && random.chance(share) ? write(text, random) : text);
  return {
    ...report,
    table2: report.table2.map((block) => ({
      ...block,
      rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(one) })),
    })),
    table3: report.table3.map((row) => ({ ...row, cells: row.cells.map(one) })),
    table4: report.table4.map(one),
  };
}

/** A page whose figures are written so, a fifth of them. */
const written = (ways: readonly Rewritten[]) => (report: PrintedReport, random: Random) =>
  webPage(rewriting(report, random, 0.2, random.pick(ways)));

export const raisedNotes = written([
  (figure) => `${figure}<sup>1</sup>`,
  (figure) => `${figure}①`,
  (figure) => `${figure}²`,
  (figure) => `${figure}（注1）`,
]);

export const revisedFigures = written([
  (figure) => `<del>9</del>${figure}`,
  (figure) => `<s>12</s>${figure}`,
  (figure) => `<span style="text-decoration: line-through">9</span>${figure}`,
]);

export const hiddenFigures = written([
  (figure) => `<span style="display: none">9</span>${figure}`,
  (figure) => `${figure}<i hidden>9</i>`,
  (figure) => `${figure}<span class="tip sr-only">9</span>`,
  (figure) => `<ruby>${figure}<rt>9</rt></ruby>`,
]);

export const otherFiguresBeside = written([
  (figure) => `${figure}（上年${figure.length}）`,
  (figure) => `${figure}/3`,
  (figure) => `${figure}<br>5`,
  (figure) => `<div>${figure}</div><div>0</div>`,
]);

export const unsureFigures = written([
  (figure) => `约${figure}`,
  (figure) => `${figure}余件`,
  (figure) => `${figure}注1`,
  (figure) => `${figure}%`,
  () => '2025-01-05',
]);

export const figuresOfNoText = written([
  (figure) => `<input value="${figure}">`,
  (figure) => `<img alt="${figure}" src="figure.png">`,
  (figure) => `<bdo dir="rtl">${[...figure].reverse().join('')}</bdo>`,
]);

/** Zeros beside each other share a cell. */
export function mergedZeros(report: PrintedReport): string {
  const zero = '<td>0</td>';
  return webPage(report).replace(
    /(?:<td>0<\/td>){2,}/g,
    (zeros) => `<td colspan="${zeros.length / zero.length}">0</td>`,
  );
}

const STOCK_HEAD = '<td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td>';

/** 现行有效 before 制发, and 结果纠正 before 结果维持. */
export function turnedHeads(report: PrintedReport): string {
  const documents = report.table2.map((block) => ({
    ...block,
    rows: block.rows.map((row) =>
      row.cells.length === 3 ? { ...row, cells: [row.cells[2]!, row.cells[0]!, row.cells[1]!] } : row,
    ),
  }));
  const cases = [0, 5, 10].flatMap((at) => {
    const five = report.table4.slice(at, at + 5);
    return [five[1]!, five[0]!, ...five.slice(2)];
  });
  return webPage({ ...report, table2: documents, table4: cases })
    .replace(STOCK_HEAD, '<td>现行有效件数</td><td>本年制发件数</td><td>本年废止件数</td>')
    .replace(/(<td[^>]*>结果维持<\/td>)(<td[^>]*>结果纠正<\/td>)/g, '$2$1');
}

const UNITS = [
  ['本年收费金额（单位：元）', 4],
  ['本年收费金额（人民币元）', 4],
  ['本年收费金额（单位：千元）', 1],
  ['本年收费金额（单位：亿元）', -4],
] as const;

/** The fee in another unit than 万元, as its head says. */
export function otherUnits(report: PrintedReport, random: Random): string {
  const [head, exponent] = random.pick(UNITS);
  const fee = report.table2.at(-1)!;
  const last = fee.rows[0]!;
  if (report.figures.format !== '2021') return webPage(report);
  const cells = [String(Number(`${last.cells[0]}e${exponent}`))];
  const block = { ...fee, head: [fee.head[0]!, head], rows: [{ ...last, cells }] };
  return webPage({ ...report, table2: [...report.table2.slice(0, -1), block] });
}

/** 表三 stands twice, a draft first. */
export function printedTwice(report: PrintedReport): string {
  const draft = report.table3.map((row) => ({ ...row, cells: row.cells.map((text) => String(Number(text) + 1)) }));
  const table = /<table[^>]*><tr><td colspan="3" rowspan="3">[\s\S]*?<\/table>/;
  const first = table.exec(webPage({ ...report, table3: draft }))![0];
  return webPage(report).replace(table, (second) => `${first}<p>更正后：</p>${second}`);
}

/** 表四 with a row for each result. */
export function resultsDown(report: PrintedReport): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const rows = results.map(
    (name, at) =>
      `<tr><td>${name}</td>${[0, 5, 10].map((group) => `<td>${report.table4[group + at]}</td>`).join('')}</tr>`,
  );
  const head = '<tr><td>项目</td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr>';
  return webPage(report).replace(
    /<table[^>]*><tr><td colspan="5">行政复议[\s\S]*?<\/table>/,
    `<table>${head}${rows.join('')}</table>`,
  );
}
