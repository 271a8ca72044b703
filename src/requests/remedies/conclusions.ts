/**
 * 复议、诉讼的结论 [REM-3] and the column of 表四 each falls in. The clerk chooses what the document says; the column follows.
 * A case with several conclusions counts as 纠正 when one of them corrects.
 */
export type RemedyResult = 'upheld' | 'corrected' | 'other';

/** In the order of the columns of 表四; a case without a result is 尚未审结. */
export const RESULTS = {
  upheld: { term: '结果维持' },
  corrected: { term: '结果纠正' },
  other: { term: '其他结果' },
} as const satisfies Record<RemedyResult, { readonly term: string }>;

export interface Conclusion {
  readonly term: string;
  readonly of: 'review' | 'litigation';
  readonly result: RemedyResult;
  readonly basis: string;
  /** It may order the agency to reply anew (责令重新作出、责令履行). */
  readonly mayOrder: boolean;
  /** Days within which either side may appeal (《行政诉讼法》第八十五条：判决十五日，裁定十日); null where nothing may be appealed. */
  readonly appealDays: number | null;
}

type More = Partial<Pick<Conclusion, 'mayOrder' | 'appealDays'>>;

const review = (term: string, result: RemedyResult, article: string, more: More = {}): Conclusion => ({
  term,
  of: 'review',
  result,
  basis: `《行政复议法》${article}`,
  mayOrder: false,
  appealDays: null,
  ...more,
});

const litigation = (term: string, result: RemedyResult, article: string, more: More = {}): Conclusion => ({
  term,
  of: 'litigation',
  result,
  basis: `《行政诉讼法》${article}`,
  mayOrder: false,
  appealDays: null,
  ...more,
});

const JUDGMENT = { appealDays: 15 } as const;
const RULING = { appealDays: 10 } as const;
const ORDER = { mayOrder: true } as const;

export const CONCLUSIONS = {
  reviewUpheld: review('维持', 'upheld', '第六十八条'),
  reviewClaimRejected: review('驳回行政复议请求', 'upheld', '第六十九条'),
  reviewRevoked: review('撤销或者部分撤销', 'corrected', '第六十四条', ORDER),
  reviewChanged: review('变更', 'corrected', '第六十三条'),
  reviewUnlawful: review('确认违法或者无效', 'corrected', '第六十五条、第六十七条', ORDER),
  reviewOrdered: review('责令履行', 'corrected', '第六十六条', ORDER),
  reviewNotAccepted: review('不予受理', 'other', '第三十条'),
  reviewApplicationRejected: review('驳回行政复议申请', 'other', '第三十三条'),
  reviewEnded: review('终止（撤回、和解等）', 'other', '第四十一条'),
  reviewMediated: review('调解', 'other', '第七十三条'),
  reviewTransferred: review('转送有管辖权的机关', 'other', '第三十条'),
  claimRejected: litigation('判决驳回诉讼请求', 'upheld', '第六十九条', JUDGMENT),
  revoked: litigation('判决撤销或者部分撤销', 'corrected', '第七十条', { ...JUDGMENT, ...ORDER }),
  ordered: litigation('判决履行', 'corrected', '第七十二条', { ...JUDGMENT, ...ORDER }),
  unlawful: litigation('判决确认违法或者无效', 'corrected', '第七十四条、第七十五条', { ...JUDGMENT, ...ORDER }),
  changed: litigation('判决变更', 'corrected', '第七十七条', JUDGMENT),
  suitRejected: litigation('裁定不予立案或者驳回起诉', 'other', '第四十九条、第五十一条', RULING),
  suitWithdrawn: litigation('准许撤诉', 'other', '第六十二条'),
  suitTransferred: litigation('移送其他法院等', 'other', '第二十二条'),
} as const satisfies Record<string, Conclusion>;

export type ConclusionName = keyof typeof CONCLUSIONS;

export function conclusionOf(name: ConclusionName): Conclusion {
  return CONCLUSIONS[name];
}
