/**
 * 救济途径: what a reply must tell its reader. Since 2024 whoever is refused under Articles 14 to 16 must first ask for
 * reconsideration (《行政复议法》第二十三条第一款第（四）项), and the reply must say so (同条第二款).
 */
export interface RemedyPathEntry {
  readonly term: string;
  readonly basis: string;
  /** 诉讼可能不被受理: an inward mark; the applicant is told of both ways all the same, since rights are never told short. */
  readonly litigationDoubtful: boolean;
}

const RECONSIDERATION = '《行政复议法》第二十条、第二十三条；《行政诉讼法》第四十五条、第四十六条';

export const REMEDY_PATHS = {
  reconsiderFirst: { term: '先申请行政复议', basis: RECONSIDERATION, litigationDoubtful: false },
  either: { term: '可以申请行政复议，也可以提起行政诉讼', basis: RECONSIDERATION, litigationDoubtful: false },
  eitherDoubtful: {
    term: '可以申请行政复议，也可以提起行政诉讼',
    basis: `${RECONSIDERATION}；法释〔2025〕8号`,
    litigationDoubtful: true,
  },
  mixed: {
    term: '不公开的内容先申请行政复议，其余可以申请行政复议或者提起行政诉讼',
    basis: RECONSIDERATION,
    litigationDoubtful: false,
  },
  none: { term: '不需要告知', basis: '没有对申请人作出处理决定', litigationDoubtful: false },
} as const satisfies Record<string, RemedyPathEntry>;

export type RemedyPath = keyof typeof REMEDY_PATHS;
