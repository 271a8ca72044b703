/** The report before it is laid out: what stands in every cell, with labels as a clerk may misprint them. */
import { FORMATS } from '../../../src/annual-report/form.ts';
import type { Figure } from '../../../src/annual-report/report.ts';
import { type InventedFigures, inventFigures } from './invented-figures.ts';
import type { Random } from './random.ts';

export interface PrintedRow {
  readonly code: string;
  /** Group labels that are printed beside this row, because it is the first of the group. */
  readonly groups: readonly string[];
  readonly depth: number;
  readonly label: string;
  readonly cells: readonly string[];
}

export interface PrintedReport {
  readonly unit: string;
  readonly year: number;
  readonly figures: InventedFigures;
  readonly headings: readonly string[];
  readonly table2: { readonly title: string; readonly head: readonly string[]; readonly rows: readonly PrintedRow[] }[];
  readonly table3: readonly PrintedRow[];
  readonly table4: readonly string[];
  readonly prose: {
    readonly intro: string;
    readonly overall: readonly string[];
    readonly before3: string;
    readonly problems: string;
    readonly other: string;
  };
}

/** How figures are written where cells are apart from each other. */
export type Writing = 'plain' | 'full-width' | 'letter-o' | 'thousands' | 'chinese' | 'unit' | 'note';

/** Rows that reports leave out now and then. */
const LEFT_OUT = ['3.3.8', '3.5.5', '3.5.4', '3.4.3', '2', '3.3.1'];
const UNITS = ['青禾县人民政府', '云岭市', '白石区民政局', '柳河镇人民政府', '石门县发展和改革局', '临江区'];

export function printReport(
  random: Random,
  writing: Writing = 'plain',
  blanks: 'kept' | 'none' = 'none',
): PrintedReport {
  const figures = inventFigures(random);
  if (blanks === 'kept') blankOut(figures, random);
  if (random.chance(0.1)) figures.rows.delete(random.pick(LEFT_OUT));
  const year = figures.format === '2019-trial' ? 2019 + random.upTo(1) : 2021 + random.upTo(4);
  const unit = random.pick(UNITS);
  const mark = random.pick(['', '', '/', '-']);
  const write = (figure: Figure) => (figure === null ? mark : written(figure, writing, random));
  return {
    unit,
    year,
    figures,
    headings: headingsOf(random),
    table2: figures.format === '2019-trial' ? trialTable2(random) : table2Of(figures, write, random),
    table3: table3Of(figures, write, random),
    table4: figures.table4.flat().map(write),
    prose: proseOf(unit, year, figures, random),
  };
}

/** Whole columns or single cells left blank; totals too. */
function blankOut({ rows, table4 }: InventedFigures, random: Random): void {
  const columns = random.chance(0.4) ? [1, 2, 3, 4, 5] : [];
  for (const row of rows.values()) {
    for (let i = 0; i < 7; i++) if (row[i] === 0 && (columns.includes(i) || random.chance(0.08))) row[i] = null;
    if (random.chance(0.03)) row[6] = null;
  }
  for (const group of table4) for (let i = 0; i < 5; i++) if (group[i] === 0 && random.chance(0.1)) group[i] = null;
}

function written(figure: number, writing: Writing, random: Random): string {
  const plain = String(figure);
  if (writing === 'full-width') return plain.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  if (writing === 'letter-o') return plain.replace(/0/g, () => random.pick(['O', '0', 'o']));
  if (writing === 'thousands')
    return figure >= 1000 ? figure.toLocaleString('en-US', { maximumFractionDigits: 8 }) : plain;
  if (writing === 'chinese') return Number.isInteger(figure) && figure < 100 ? inChinese(figure) : plain;
  if (writing === 'unit') return random.chance(0.5) ? `${plain}件` : plain;
  if (writing === 'note') return figure > 3 && random.chance(0.3) ? `${plain}（其中修订${random.upTo(3)}件）` : plain;
  return plain;
}

function inChinese(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n < 10) return digits[n]!;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}

function headingsOf(random: Random): string[] {
  const renamed = random.chance(0.15);
  return [
    '一、总体情况',
    renamed ? '二、主动公开政府信息的情况' : '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    random.chance(0.2) ? '四、政府信息公开行政复议、 行政诉讼情况' : '四、政府信息公开行政复议、行政诉讼情况',
    renamed ? '五、存在的主要问题及整改措施' : '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ];
}

function table2Of(figures: InventedFigures, write: (f: Figure) => string, random: Random): PrintedReport['table2'] {
  const row = (label: string, ...cells: Figure[]): PrintedRow => ({
    code: label,
    groups: [],
    depth: 1,
    label,
    cells: cells.map(write),
  });
  const { documents: d, decisions, feesWan } = figures;
  const head = ['信息内容', '本年处理决定数量'];
  const item = (n: string) => (random.chance(0.1) ? `第二十条 第（${n}）项` : `第二十条第（${n}）项`);
  return [
    {
      title: item('一'),
      head: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      rows: [
        row('规章', d[0]!, d[1]!, d[2]!),
        row(random.chance(0.2) ? '规范性文件' : '行政规范性文件', d[3]!, d[4]!, d[5]!),
      ],
    },
    { title: item('五'), head, rows: [row('行政许可', decisions.licensing)] },
    { title: item('六'), head, rows: [row('行政处罚', decisions.punishment), row('行政强制', decisions.coercion)] },
    { title: item('八'), head: ['信息内容', '本年收费金额（单位：万元）'], rows: [row('行政事业性收费', feesWan)] },
  ];
}

/** 2019、2020 年度: other columns, more rows. */
function trialTable2(random: Random): PrintedReport['table2'] {
  const n = () => String(random.upTo(80));
  const row = (label: string, count: number): PrintedRow => ({
    code: label,
    groups: [],
    depth: 1,
    label,
    cells: Array.from({ length: count }, n),
  });
  return [
    {
      title: '第二十条第（一）项',
      head: ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
      rows: [row('规章', 3), row('规范性文件', 3)],
    },
    {
      title: '第二十条第（五）项',
      head: ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      rows: [row('行政许可', 3), row('其他对外管理服务事项', 3)],
    },
    {
      title: '第二十条第（六）项',
      head: ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      rows: [row('行政处罚', 3), row('行政强制', 3)],
    },
    {
      title: '第二十条第（八）项',
      head: ['信息内容', '上一年项目数量', '本年增/减'],
      rows: [row('行政事业性收费', 2)],
    },
    { title: '第二十条第（九）项', head: ['信息内容', '采购项目数量', '采购总金额'], rows: [row('政府集中采购', 2)] },
  ];
}

function table3Of(figures: InventedFigures, write: (f: Figure) => string, random: Random): PrintedRow[] {
  const form = FORMATS.find(({ name }) => name === (figures.rows.has('3.6') ? '2019-trial' : '2021'))!;
  const noise = random.pick(['none', 'none', 'typo', 'spaces', 'half-width', 'short'] as const);
  let before: readonly string[] = [];
  const printed = form.rows.filter(({ code }) => figures.rows.has(code));
  return printed.map(({ code, label, within }) => {
    const groups = within.filter((group, i) => before[i] !== group);
    before = within;
    return {
      code,
      groups,
      depth: within.length + 1,
      label: misprinted(label, noise, random),
      cells: figures.rows.get(code)!.map(write),
    };
  });
}

const TYPOS: readonly (readonly [string, string])[] = [
  ['法律行政法规禁止公开', '法律行政法规止公开'],
  ['三安全一稳定', '三安全一稳'],
  ['过程性信息', '过程信息'],
  ['不再处理', '不在处理'],
  ['合法权益', '合法权利'],
];
const SHORT: readonly (readonly [string, string])[] = [
  ['（区分处理的，只计这一情形，不计其他情形）', ''],
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '逾期不补正'],
  ['申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '逾期不缴费'],
];

function misprinted(label: string, noise: string, random: Random): string {
  if (noise === 'typo')
    return TYPOS.reduce((text, [right, wrong]) => (random.chance(0.5) ? text.replace(right, wrong) : text), label);
  if (noise === 'short') return SHORT.reduce((text, [long, short]) => text.replace(long, short), label);
  if (noise === 'half-width')
    return label
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/，/g, ',')
      .replace(/(?<=\d)\./, '、');
  if (noise === 'spaces' && label.length > 6) {
    const at = 4 + random.upTo(label.length - 6);
    return `${label.slice(0, at)} ${label.slice(at)}`;
  }
  return label;
}

function proseOf(unit: string, year: number, figures: InventedFigures, random: Random): PrintedReport['prose'] {
  const received = figures.rows.get('1')![6] ?? 0;
  return {
    intro: `本报告由${unit}办公室编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    overall: [
      `（一）主动公开情况。${year}年通过门户网站发布各类信息${random.upTo(3000)}条，其中动态${random.upTo(900)}条、公告${random.upTo(90)}条。`,
      `（二）依申请公开情况。全年新收政府信息公开申请${received}件，予以公开${random.upTo(9)}件、部分公开${random.upTo(9)}件，结果维持${random.upTo(5)}件。`,
      '（三）政府信息管理情况。按照先审后发的要求，逐级核对拟公开的内容，没有发生泄密事件。',
      '（四）政府信息公开平台建设情况。完成栏目调整，检索更加方便。',
      '（五）监督保障情况。把公开工作列入年度考核，社会评议结果为良好，未发生责任追究情形。',
    ],
    before3: random.chance(0.3) ? `${year}年，本机关共收到申请${received}件，办理情况见下表。` : '',
    problems: '解读材料形式单一，个别栏目更新不够及时。下一步将加强培训，每季度通报一次。',
    other: `${year}年度未收取信息处理费。`,
  };
}
