/** A report of an invented county whose figures agree, to put sentences into and to break one figure of. */
import type { Report, Table3Row } from '../report.ts';

const NONE: Table3Row = [0, 0, 0, 0, 0, 0, 0];
const natural = (n: number): Table3Row => [n, 0, 0, 0, 0, 0, n];

export const SOUND: Report = {
  unit: '青禾县人民政府',
  year: 2024,
  format: '2021',
  table2: {
    regulations: { made: 0, repealed: 0, valid: 0 },
    normativeDocuments: { made: 5, repealed: 4, valid: 21 },
    licensing: 8241,
    punishment: 517,
    coercion: 23,
    feesWan: 96.4275,
  },
  table3: {
    columns: ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
    rows: {
      '1': [30, 2, 0, 0, 1, 0, 33],
      '2': natural(3),
      '3.1': [12, 1, 0, 0, 0, 0, 13],
      '3.2': [4, 0, 0, 0, 1, 0, 5],
      '3.3.1': NONE,
      '3.3.2': NONE,
      '3.3.3': NONE,
      '3.3.4': natural(1),
      '3.3.5': NONE,
      '3.3.6': natural(2),
      '3.3.7': natural(1),
      '3.3.8': NONE,
      '3.4.1': [6, 1, 0, 0, 0, 0, 7],
      '3.4.2': natural(1),
      '3.4.3': NONE,
      '3.5.1': natural(2),
      '3.5.2': natural(1),
      '3.5.3': NONE,
      '3.5.4': NONE,
      '3.5.5': NONE,
      '3.6.1': natural(1),
      '3.6.2': NONE,
      '3.6.3': natural(1),
      '3.7': [32, 2, 0, 0, 1, 0, 35],
      '4': natural(1),
    },
  },
  table4: { review: [3, 1, 1, 2, 7], directLitigation: [1, 0, 0, 1, 2], postReviewLitigation: [0, 1, 0, 0, 1] },
  narrative: [
    { heading: '', text: '本报告按照条例编制。所列数据的统计期限自2024年1月1日起至2024年12月31日止。' },
    { heading: '一、总体情况', text: '2024年，青禾县推进各项公开工作。' },
    { heading: '（一）主动公开情况', text: '各项工作有序推进。' },
    { heading: '（二）依申请公开情况', text: '各项工作有序推进。' },
    { heading: '（三）政府信息管理情况', text: '各项工作有序推进。' },
    { heading: '（四）政府信息公开平台建设情况', text: '各项工作有序推进。' },
    {
      heading: '（五）监督保障情况',
      text: '政务公开列入年度考核，社会评议结果为良好，没有发生需要责任追究的情形。',
    },
    { heading: '二、主动公开政府信息情况', text: '' },
    { heading: '三、收到和处理政府信息公开申请情况', text: '' },
    { heading: '四、政府信息公开行政复议、行政诉讼情况', text: '' },
    { heading: '五、存在的主要问题及改进情况', text: '解读形式单一。2025年，将丰富解读形式。' },
    { heading: '六、其他需要报告的事项', text: '2024年未收取信息处理费。' },
  ],
  undecided: [],
};

/** The sound report with a sentence in the part that tells of it. */
export function saying(sentence: string, heading = '（二）依申请公开情况', report: Report = SOUND): Report {
  return {
    ...report,
    narrative: report.narrative.map((section) =>
      section.heading === heading ? { ...section, text: section.text + sentence } : section,
    ),
  };
}

/** The sound report with one row of Table 3 replaced. */
export function withRow(code: string, row: Table3Row | null, report: Report = SOUND): Report {
  return { ...report, table3: { ...report.table3, rows: { ...report.table3.rows, [code]: row } } };
}

/** A report whose figures are all nought, as the records of an agency that has done nothing are. */
export function empty(unit: string, year: number): Report {
  const none = { made: 0, repealed: 0, valid: 0 };
  const rows = Object.fromEntries(Object.keys(SOUND.table3.rows).map((code) => [code, NONE]));
  return {
    ...SOUND,
    unit,
    year,
    table2: { regulations: none, normativeDocuments: none, licensing: 0, punishment: 0, coercion: 0, feesWan: 0 },
    table3: { ...SOUND.table3, rows },
    table4: { review: [0, 0, 0, 0, 0], directLitigation: [0, 0, 0, 0, 0], postReviewLitigation: [0, 0, 0, 0, 0] },
    narrative: SOUND.narrative.map(({ heading, text }) => ({ heading, text: text.replaceAll('2024', String(year)) })),
  };
}
