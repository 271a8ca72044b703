/**
 * 正文里的数 LiveFigure: a figure of the narrative that is recomputed from records until the report is frozen, so that text
 * and tables cannot part. In the text it stands as `{requests.received}`.
 */
import { SUPERVISION_FIGURES, type SupervisionFigure } from '../supervision/year-figures.ts';
import type { ReportFigures } from './report.ts';
import type { YearRecords } from './year-records.ts';

export interface LiveFigure {
  readonly term: string;
  /** The table cell it repeats, where it repeats one; its records are the cell's. */
  readonly cell?: string;
  of(records: YearRecords, figures: ReportFigures): number;
}

const TOTAL = 6;
const cellOf = (code: string) => ({
  cell: `/table3/rows/${code}/${TOTAL}`,
  of: (_: YearRecords, figures: ReportFigures) => figures.table3.rows[code]?.[TOTAL] ?? 0,
});

function supervised(figure: SupervisionFigure) {
  return { term: SUPERVISION_FIGURES[figure].term, of: ({ supervision }: YearRecords) => supervision[figure] };
}

export const LIVE_FIGURES = {
  'published.items': { term: '主动公开信息条数', of: (r) => r.published.items },
  'published.twice': { term: '同时列入两个栏目的条数', of: (r) => r.published.inTwoColumns },
  'published.news': { term: '政务动态信息条数', of: (r) => r.published.news },
  'published.overview': { term: '概况类信息条数', of: (r) => r.published.overview },
  'published.catalogue': { term: '信息公开目录信息条数', of: (r) => r.published.catalogue },
  'published.specialColumns': { term: '重点领域专栏个数', of: (r) => r.published.specialColumns },
  'published.gazettes': { term: '政府公报期数', of: (r) => r.published.gazettes },
  'published.interpretations': { term: '文件解读篇数', of: (r) => r.published.interpretations },
  'published.meetings': { term: '重大会议篇数', of: (r) => r.published.meetings },
  'interaction.consultations': { term: '民意征集调查期数', of: (r) => r.interactions.consultation },
  'interaction.interviews': { term: '在线访谈期数', of: (r) => r.interactions.interview },
  'interaction.inquiries': { term: '受理办结咨询诉求件数', of: (r) => r.interactions.inquiry },
  'interaction.posts': { term: '政务新媒体信息条数', of: (r) => r.interactions.post },
  'normative.made': {
    term: '制发行政规范性文件件数',
    cell: '/table2/normativeDocuments/made',
    of: (r) => r.normativeDocuments.made,
  },
  'normative.repealed': {
    term: '废止行政规范性文件件数',
    cell: '/table2/normativeDocuments/repealed',
    of: (r) => r.normativeDocuments.repealed,
  },
  'normative.valid': {
    term: '现行有效行政规范性文件件数',
    cell: '/table2/normativeDocuments/valid',
    of: (r) => r.normativeDocuments.valid,
  },
  'requests.received': { term: '新收申请件数', ...cellOf('1') },
  'requests.carriedIn': { term: '上年结转件数', ...cellOf('2') },
  'requests.closed': { term: '办结件数', ...cellOf('3.7') },
  'requests.carriedOut': { term: '结转下年度件数', ...cellOf('4') },
  'review.total': { term: '行政复议件数', cell: '/table4/review/4', of: (_, f) => f.table4.review[4] ?? 0 },
  'litigation.total': {
    term: '行政诉讼件数',
    of: (_, f) => (f.table4.directLitigation[4] ?? 0) + (f.table4.postReviewLitigation[4] ?? 0),
  },
  'fee.notices': { term: '信息处理费收费通知件数', of: (r) => r.processingFee.notices },
  'supervision.patrols': supervised('patrols'),
  'supervision.tickets': supervised('tickets'),
  'supervision.closed': supervised('closed'),
  'supervision.trainings': supervised('trainings'),
  'supervision.persons': supervised('persons'),
  'supervision.workPoints': supervised('workPoints'),
  'supervision.pointsDone': supervised('pointsDone'),
  'fee.collected': { term: '收取信息处理费（元）', of: (r) => r.processingFee.collectedYuan },
} as const satisfies Record<string, LiveFigure>;

export type LiveFigureKey = keyof typeof LIVE_FIGURES;

const CHIP = /\{([a-z]+\.[A-Za-z]+)\}/g;

/** How every live figure reads now, in the order of the table. */
export function readLiveFigures(
  records: YearRecords,
  figures: ReportFigures,
): { name: LiveFigureKey; term: string; value: number }[] {
  return (Object.keys(LIVE_FIGURES) as LiveFigureKey[]).map((name) => {
    const figure: LiveFigure = LIVE_FIGURES[name];
    return { name, term: figure.term, value: figure.of(records, figures) };
  });
}

/** Puts the figures into the text. A chip of an unknown name stays as it is, so that the check of leftovers finds it. */
export function resolveText(text: string, records: YearRecords, figures: ReportFigures): string {
  return text.replace(CHIP, (chip, key: string) =>
    isLiveFigure(key) ? String((LIVE_FIGURES[key] as LiveFigure).of(records, figures)) : chip,
  );
}

/** Chips of the text that name no figure. */
export function unknownChips(text: string): string[] {
  return [...text.matchAll(CHIP)].map((match) => match[1]!).filter((key) => !isLiveFigure(key));
}

export function isLiveFigure(key: string): key is LiveFigureKey {
  return Object.hasOwn(LIVE_FIGURES, key);
}
