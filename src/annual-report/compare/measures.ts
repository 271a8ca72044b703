/**
 * 比较的指标 Measure [ANR-36] (《条例》第五十条): what reports can be held beside each other by, each read from the cells of the form. A later
 * format that lacks one gives its reason in `lacking`; nothing is estimated, and a blank or undecided figure stays unknown.
 */
import { APPLICANT_COLUMNS, type FormatName, formatNamed, resultRows } from '../form.ts';
import type { Figure, Report } from '../report.ts';
import { processingFeeYuan } from './processing-fee.ts';

export type Unit = '件' | '元' | '万元' | '%' | '个工作日';

export interface ComparedReport {
  readonly report: Report;
  /** 答复用时: median workdays from receipt to reply, where the records are known; the form does not ask for it. */
  readonly workdays?: number | null;
}

export interface Measure {
  readonly key: string;
  readonly term: string;
  readonly unit: Unit;
  /** Of a share, in percent. */
  of(subject: ComparedReport): Figure;
  /** 基数: what a share is a share of. */
  base?(subject: ComparedReport): Figure;
  /** Why a format does not tell it. */
  readonly lacking?: Readonly<Partial<Record<FormatName, string>>>;
}

export interface MeasureTable {
  readonly key: string;
  readonly title: string;
  readonly measures: readonly Measure[];
}

const TOTAL = APPLICANT_COLUMNS.length - 1;
const cell =
  (code: string, column = TOTAL) =>
  ({ report }: ComparedReport): Figure =>
    report.table3.rows[code]?.[column] ?? null;

function sum(figures: readonly Figure[]): Figure {
  return figures.reduce((whole, figure) => (whole === null || figure === null ? null : whole + figure), 0 as Figure);
}

function shareOf(part: Figure, whole: Figure): Figure {
  return part === null || whole === null || whole === 0 ? null : (100 * part) / whole;
}

const count = (key: string, term: string, of: Measure['of'], lacking?: Measure['lacking']): Measure => ({
  key,
  term,
  unit: '件',
  of,
  ...(lacking ? { lacking } : {}),
});

const share = (key: string, term: string, part: Measure['of'], base: NonNullable<Measure['base']>): Measure => ({
  key,
  term,
  unit: '%',
  of: (subject) => shareOf(part(subject), base(subject)),
  base,
});

const received = cell('1');
const closed = cell('3.7');
const organisations = (subject: ComparedReport) => sum([1, 2, 3, 4, 5].map((column) => cell('1', column)(subject)));

const LEAVES = resultRows(formatNamed('2021'));
const bare = (label: string) => label.replace(/^(?:（.）|\d\.)/, '').replace(/（.*$/, '');
const GROUPS = [...new Set(LEAVES.map(({ within, label }) => within[1] ?? label))].map((label) => ({
  label: bare(label),
  codes: LEAVES.filter((row) => (row.within[1] ?? row.label) === label).map(({ code }) => code),
}));

/** （六）其他处理 stands in one row or in three. */
const groupSum =
  (codes: readonly string[]) =>
  (subject: ComparedReport): Figure => {
    const single = codes[0] === '3.6.1' ? subject.report.table3.rows['3.6']?.[TOTAL] : undefined;
    return single ?? sum(codes.map((code) => cell(code)(subject)));
  };

const OUTCOMES = GROUPS.flatMap(({ label, codes }, at): Measure[] => [
  count(`outcomes.${at + 1}`, label, groupSum(codes)),
  share(`outcomes.${at + 1}.share`, `${label}占办结的比例`, groupSum(codes), closed),
]);

const ONE_ROW = '试行格式的“（六）其他处理”只有一行，不分逾期不补正、逾期不缴费和其他。';
const REASONS = LEAVES.filter(({ within }) => within.length > 1).map(({ code, label }) =>
  count(`reasons.${code}`, bare(label), cell(code), code.startsWith('3.6.') ? { '2019-trial': ONE_ROW } : undefined),
);

type Group = keyof Report['table4'];
const [UPHELD, CORRECTED, PENDING, ALL] = [0, 1, 3, 4];
const four =
  (groups: readonly Group[], columns: readonly number[]) =>
  ({ report }: ComparedReport): Figure =>
    sum(groups.flatMap((group) => columns.map((column) => report.table4[group][column] ?? null)));
const REVIEW: readonly Group[] = ['review'];
const LITIGATION: readonly Group[] = ['directLitigation', 'postReviewLitigation'];
const ended =
  (groups: readonly Group[]) =>
  (subject: ComparedReport): Figure => {
    const [all, pending] = [four(groups, [ALL])(subject), four(groups, [PENDING])(subject)];
    return all === null || pending === null ? null : all - pending;
  };

const two =
  (read: (table: NonNullable<Report['table2']>) => Figure) =>
  ({ report }: ComparedReport) =>
    report.table2 ? read(report.table2) : null;

const STOCK = '试行格式填“新制作、新公开、对外公开总数量”，是公开的数，不是制发、废止和现行有效的件数，不能相比。';
const ITEMS = '试行格式的表二另有项目数量、增减，本系统不读取，不与 2021 年格式的处理决定数量相比。';
const CHARGES = '试行格式填收费项目的数量，2021 年格式填收费金额，不能相比。';

export const MEASURE_TABLES: readonly MeasureTable[] = [
  {
    key: 'applications',
    title: '收到和办理的申请',
    measures: [
      count('applications.received', '本年新收', received),
      count('applications.natural', '其中自然人', cell('1', 0)),
      count('applications.organisations', '其中法人或其他组织', organisations),
      count('applications.carriedIn', '上年结转', cell('2')),
      count('applications.closed', '本年办结', closed),
      count('applications.carriedOut', '结转下年度', cell('4')),
    ],
  },
  { key: 'outcomes', title: '办理结果的构成', measures: OUTCOMES },
  { key: 'reasons', title: '不予公开、无法提供、不予处理和其他处理的情形', measures: REASONS },
  {
    key: 'remedies',
    title: '行政复议、行政诉讼',
    measures: [
      count('remedies.review', '行政复议', four(REVIEW, [ALL])),
      count('remedies.review.upheld', '复议结果维持', four(REVIEW, [UPHELD])),
      count('remedies.review.corrected', '复议结果纠正', four(REVIEW, [CORRECTED])),
      share('remedies.review.correctedShare', '复议审结中纠正的比例', four(REVIEW, [CORRECTED]), ended(REVIEW)),
      count('remedies.litigation', '行政诉讼', four(LITIGATION, [ALL])),
      count('remedies.litigation.corrected', '诉讼结果纠正', four(LITIGATION, [CORRECTED])),
      share(
        'remedies.litigation.correctedShare',
        '诉讼审结中纠正的比例',
        four(LITIGATION, [CORRECTED]),
        ended(LITIGATION),
      ),
      share('remedies.per100', '每百件办结引起的复议、诉讼', four([...REVIEW, ...LITIGATION], [ALL]), closed),
    ],
  },
  {
    key: 'time',
    title: '答复用时',
    measures: [
      { key: 'time.median', term: '从收到到答复，中位数', unit: '个工作日', of: ({ workdays }) => workdays ?? null },
    ],
  },
  {
    key: 'proactive',
    title: '主动公开（表二）',
    measures: [
      count(
        'proactive.made',
        '规范性文件本年制发',
        two((t) => t.normativeDocuments.made),
        { '2019-trial': STOCK },
      ),
      count(
        'proactive.repealed',
        '规范性文件本年废止',
        two((t) => t.normativeDocuments.repealed),
        { '2019-trial': STOCK },
      ),
      count(
        'proactive.valid',
        '规范性文件现行有效',
        two((t) => t.normativeDocuments.valid),
        { '2019-trial': STOCK },
      ),
      count(
        'proactive.licensing',
        '行政许可处理决定',
        two((t) => t.licensing),
        { '2019-trial': ITEMS },
      ),
      count(
        'proactive.punishment',
        '行政处罚处理决定',
        two((t) => t.punishment),
        { '2019-trial': ITEMS },
      ),
      count(
        'proactive.coercion',
        '行政强制处理决定',
        two((t) => t.coercion),
        { '2019-trial': ITEMS },
      ),
    ],
  },
  {
    key: 'fees',
    title: '收费',
    measures: [
      {
        key: 'fees.administrative',
        term: '行政事业性收费',
        unit: '万元',
        of: two((t) => t.feesWan),
        lacking: { '2019-trial': CHARGES },
      },
      {
        key: 'fees.processing',
        term: '信息处理费（正文所述）',
        unit: '元',
        of: ({ report }) => processingFeeYuan(report),
      },
    ],
  },
];
