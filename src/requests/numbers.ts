/** 登记号、文号: numbered by agency, kind and year (“示政公开申〔2024〕1号”), without gaps and never used twice [REQ-35]. */
export const SERIES = {
  application: { term: '登记号', word: '公开申' },
  reply: { term: '答复书文号', word: '公开答' },
  correction: { term: '补正告知书文号', word: '公开补' },
  reasons: { term: '说明理由告知书文号', word: '公开理' },
  extension: { term: '延期答复告知书文号', word: '公开延' },
  inquiry: { term: '征求意见书文号', word: '公开征' },
  notice: { term: '告知书文号', word: '公开告' },
  fee: { term: '收费通知书文号', word: '公开费' },
  coWork: { term: '协办函文号', word: '公开协' },
  disposal: { term: '其他处理告知书文号', word: '公开处' },
  personalCorrection: { term: '更正申请登记号', word: '更正申' },
  personalCorrectionReply: { term: '更正答复书文号', word: '更正答' },
  personalCorrectionTransfer: { term: '更正申请转送函文号', word: '更正转' },
} as const;

export type SeriesName = keyof typeof SERIES;

/** @param mark 机关代字, or the name of the agency where it has none */
export function numberText(mark: string, series: SeriesName, year: number, n: number): string {
  return `${mark}${SERIES[series].word}〔${year}〕${n}号`;
}

/** 查询号: the year and six digits, easy to read out on the telephone. */
export function queryNumberText(year: number, n: number): string {
  return `${year}${String(n).padStart(6, '0')}`;
}
