/**
 * 年度报告格式: the official tables as data (国办公开办函〔2021〕30号, and the trial format of 国办公开办函〔2019〕60号 that
 * reports for 2019 and 2020 follow). Labels are the form's own words; `code` is how a row is named in figures, findings
 * and JSON. A new format is a new entry of `FORMATS`, never a change of an old one.
 */
import { art } from '../statute/articles.ts';

/** 申请人情况, in the order of the form; the seventh figure of a row is 总计. */
export const APPLICANT_COLUMNS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const;

export interface FormRow {
  readonly code: string;
  /** Label as printed, with its number. */
  readonly label: string;
  /** Labels of the groups the row stands in, outermost first: 三、本年度办理结果 → (三)不予公开. */
  readonly within: readonly string[];
  readonly basis: string;
}

const RESULT = '三、本年度办理结果';
const REFUSED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const NOT_HANDLED = '（五）不予处理';
const OTHER = '（六）其他处理';

const row = (code: string, label: string, within: readonly string[], basis: string): FormRow => ({
  code,
  label,
  within,
  basis,
});

const BEFORE_OTHER: readonly FormRow[] = [
  row('1', '一、本年新收政府信息公开申请数量', [], art(31)),
  row('2', '二、上年结转政府信息公开申请数量', [], art(50)),
  row('3.1', '（一）予以公开', [RESULT], art(36, { item: 2 })),
  row('3.2', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', [RESULT], art(37)),
  row('3.3.1', '1.属于国家秘密', [RESULT, REFUSED], art(14)),
  row('3.3.2', '2.其他法律行政法规禁止公开', [RESULT, REFUSED], art(14)),
  row('3.3.3', '3.危及“三安全一稳定”', [RESULT, REFUSED], art(14)),
  row('3.3.4', '4.保护第三方合法权益', [RESULT, REFUSED], art(15)),
  row('3.3.5', '5.属于三类内部事务信息', [RESULT, REFUSED], art(16, { paragraph: 1 })),
  row('3.3.6', '6.属于四类过程性信息', [RESULT, REFUSED], art(16, { paragraph: 2 })),
  row('3.3.7', '7.属于行政执法案卷', [RESULT, REFUSED], art(16, { paragraph: 2 })),
  row('3.3.8', '8.属于行政查询事项', [RESULT, REFUSED], art(36, { item: 7 })),
  row('3.4.1', '1.本机关不掌握相关政府信息', [RESULT, UNABLE], art(36, { item: 4 })),
  row('3.4.2', '2.没有现成信息需要另行制作', [RESULT, UNABLE], art(38)),
  row('3.4.3', '3.补正后申请内容仍不明确', [RESULT, UNABLE], art(30)),
  row('3.5.1', '1.信访举报投诉类申请', [RESULT, NOT_HANDLED], art(39, { paragraph: 1 })),
  row('3.5.2', '2.重复申请', [RESULT, NOT_HANDLED], art(36, { item: 6 })),
  row('3.5.3', '3.要求提供公开出版物', [RESULT, NOT_HANDLED], art(39, { paragraph: 2 })),
  row('3.5.4', '4.无正当理由大量反复申请', [RESULT, NOT_HANDLED], art(35)),
  row('3.5.5', '5.要求行政机关确认或重新出具已获取信息', [RESULT, NOT_HANDLED], art(36, { item: 6 })),
];

const AFTER_OTHER: readonly FormRow[] = [
  row('3.7', '（七）总计', [RESULT], art(50)),
  row('4', '四、结转下年度继续办理', [], art(50)),
];

const OTHER_2021: readonly FormRow[] = [
  row('3.6.1', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', [RESULT, OTHER], art(30)),
  row('3.6.2', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', [RESULT, OTHER], art(42)),
  row('3.6.3', '3.其他', [RESULT, OTHER], art(50)),
];

const OTHER_TRIAL: readonly FormRow[] = [row('3.6', OTHER, [RESULT], art(50))];

/** 六个部分, in order (国办公开办函〔2021〕30号). */
export const SECTIONS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

/** 表四: three groups of five figures. */
export const LITIGATION_GROUPS = [
  { key: 'review', label: '行政复议', within: [] },
  { key: 'directLitigation', label: '未经复议直接起诉', within: ['行政诉讼'] },
  { key: 'postReviewLitigation', label: '复议后起诉', within: ['行政诉讼'] },
] as const;

export const LITIGATION_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

export type FormatName = '2021' | '2019-trial';

export interface ReportFormat {
  readonly name: FormatName;
  readonly basis: string;
  /** First and last report year that uses the format; no last year while it is in force. */
  readonly since: number;
  readonly until?: number;
  readonly rows: readonly FormRow[];
}

export const FORMATS: readonly ReportFormat[] = [
  {
    name: '2019-trial',
    basis: '国办公开办函〔2019〕60号',
    since: 2019,
    until: 2020,
    rows: [...BEFORE_OTHER, ...OTHER_TRIAL, ...AFTER_OTHER],
  },
  {
    name: '2021',
    basis: '国办公开办函〔2021〕30号',
    since: 2021,
    rows: [...BEFORE_OTHER, ...OTHER_2021, ...AFTER_OTHER],
  },
];

/** The format a report for `year` must follow. @throws RangeError before 2019, when no national format existed */
export function formatFor(year: number): ReportFormat {
  const format = FORMATS.find((f) => f.since <= year && year <= (f.until ?? Number.POSITIVE_INFINITY));
  if (!format) throw new RangeError(`${year} 年度没有全国统一的年度报告格式，最早是 2019 年度。`);
  return format;
}

export function formatNamed(name: FormatName): ReportFormat {
  return FORMATS.find((format) => format.name === name)!;
}

/** Rows whose figures make up (七)总计: every leaf of 三、本年度办理结果. */
export function resultRows(format: ReportFormat): readonly FormRow[] {
  return format.rows.filter((r) => r.within[0] === RESULT && r.code !== '3.7');
}
