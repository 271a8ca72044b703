/**
 * 申请人情况: the kinds the annual report's columns distinguish (国办公开办函〔2021〕30号), fixed at registration. A lawyer who
 * applies in his own name is a natural person; a village committee or an institution (事业单位) is `other`.
 */
export interface ApplicantKind {
  readonly term: string;
  /** What stands above the column: 自然人, or one of the five of 法人或其他组织. */
  readonly group: '自然人' | '法人或其他组织';
  /** Position in the report's row of figures. */
  readonly column: number;
}

export const APPLICANT_KINDS = {
  natural: { term: '自然人', group: '自然人', column: 0 },
  commercial: { term: '商业企业', group: '法人或其他组织', column: 1 },
  research: { term: '科研机构', group: '法人或其他组织', column: 2 },
  publicWelfare: { term: '社会公益组织', group: '法人或其他组织', column: 3 },
  legalService: { term: '法律服务机构', group: '法人或其他组织', column: 4 },
  other: { term: '其他', group: '法人或其他组织', column: 5 },
} as const satisfies Record<string, ApplicantKind>;

export type ApplicantKindName = keyof typeof APPLICANT_KINDS;

export const APPLICANT_KIND_NAMES = Object.keys(APPLICANT_KINDS) as ApplicantKindName[];
