/**
 * 复议、诉讼的期限 [REM-8, REM-9]: which periods run in which instance, from what, whose they are and what follows when they are missed. Only
 * “三日”“五日”“七日”“十日” of 《行政复议法》 are workdays (第八十八条第二款); everything else counts calendar days and months.
 */
import type { Procedure, StageName } from './remedy.ts';
import type { RemedyFactType } from './remedy-facts.ts';

export interface Length {
  readonly unit: 'workdays' | 'days' | 'months';
  readonly n: number;
  readonly basis: string;
}

export interface Period {
  readonly term: string;
  readonly stage: StageName;
  /** What it runs from; of a result, the day its document was received. */
  readonly begins: RemedyFactType;
  readonly ends: RemedyFactType;
  /** Whose it is: ours, that of who hears the case, or of whoever disagrees with the result. */
  readonly whose: 'ours' | 'body' | 'party';
  /** By the procedure of the notice; `result`: by what the document is (`conclusions.ts`). */
  readonly length: Readonly<Record<Procedure, Length>> | 'result';
  /** 逾期的后果, said before it happens. */
  readonly ifLate: string;
}

const REVIEW = '《行政复议法》';
const LITIGATION = '《行政诉讼法》';
const same = (length: Length) => ({ simplified: length, ordinary: length });

export const PERIODS = {
  reviewAnswer: {
    term: '提出书面答复、提交证据',
    stage: 'review',
    begins: 'noticed',
    ends: 'answered',
    whose: 'ours',
    length: {
      simplified: { unit: 'workdays', n: 5, basis: `${REVIEW}第五十四条第一款` },
      ordinary: { unit: 'workdays', n: 10, basis: `${REVIEW}第四十八条` },
    },
    ifLate:
      '不按期提出书面答复、提交证据、依据的，视为答复没有证据、依据，复议机关决定撤销、部分撤销或者确认违法（《行政复议法》第七十条）。',
  },
  reviewDecision: {
    term: '复议机关作出决定',
    stage: 'review',
    begins: 'accepted',
    ends: 'concluded',
    whose: 'body',
    length: {
      simplified: { unit: 'days', n: 30, basis: `${REVIEW}第六十二条第二款` },
      ordinary: { unit: 'days', n: 60, basis: `${REVIEW}第六十二条第一款` },
    },
    ifLate: '复议机关逾期不作决定的，申请人可以在期满之日起十五日内起诉（《行政诉讼法》第四十五条）。',
  },
  suit: {
    term: '申请人起诉',
    stage: 'review',
    begins: 'concluded',
    ends: 'advanced',
    whose: 'party',
    length: same({ unit: 'days', n: 15, basis: `${LITIGATION}第四十五条` }),
    ifLate: '期满没有起诉的，复议决定不能再经诉讼变动。收到应诉通知的，请登记为复议后起诉的案件。',
  },
  courtAnswer: {
    term: '提交答辩状、证据和依据',
    stage: 'firstInstance',
    begins: 'noticed',
    ends: 'answered',
    whose: 'ours',
    length: same({ unit: 'days', n: 15, basis: `${LITIGATION}第六十七条第一款` }),
    ifLate: '不提供或者无正当理由逾期提供证据的，视为没有相应证据（《行政诉讼法》第三十四条第二款）。',
  },
  trial: {
    term: '一审审结',
    stage: 'firstInstance',
    begins: 'accepted',
    ends: 'concluded',
    whose: 'body',
    length: {
      simplified: { unit: 'days', n: 45, basis: `${LITIGATION}第八十三条` },
      ordinary: { unit: 'months', n: 6, basis: `${LITIGATION}第八十一条` },
    },
    ifLate: '需要延长的，由高级人民法院、最高人民法院批准。',
  },
  appeal: {
    term: '上诉期',
    stage: 'firstInstance',
    begins: 'concluded',
    ends: 'advanced',
    whose: 'party',
    length: 'result',
    ifLate: '双方都没有上诉的，期满判决、裁定生效（《行政诉讼法》第八十五条）。',
  },
  secondTrial: {
    term: '二审审结',
    stage: 'secondInstance',
    begins: 'advanced',
    ends: 'concluded',
    whose: 'body',
    length: same({ unit: 'months', n: 3, basis: `${LITIGATION}第八十八条` }),
    ifLate: '需要延长的，由高级人民法院、最高人民法院批准。',
  },
} as const satisfies Record<string, Period>;

export type PeriodName = keyof typeof PERIODS;

export const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[];

/** 上诉期 of a judgment or a ruling (《行政诉讼法》第八十五条). */
export function appealLength(days: number): Length {
  return { unit: 'days', n: days, basis: `${LITIGATION}第八十五条` };
}

/** 延长的期限最长不得超过三十日 (《行政复议法》第六十二条第一款). */
export const LONGEST_PROLONGATION = 30;
