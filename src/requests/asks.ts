/**
 * 处置的前提: what must be there before an outcome may be chosen. A *ground* is written by the drafter with the draft; a
 * *record* must already stand in the file. Both come from the articles: who says 不存在 must have searched (第三十六条第（四）项).
 */
import { art } from '../statute/articles.ts';
import type { RequestFact } from './facts.ts';

export interface Ground {
  readonly term: string;
  /** What the drafter is told to write. */
  readonly hint: string;
  readonly input: 'text' | 'date';
  readonly basis: string;
}

/** 理由和依据, written with the draft. */
export const GROUNDS = {
  provision: {
    term: '提供的信息及方式、途径、时间',
    hint: '写明提供哪些信息、以什么方式提供；另行获取的，写明途径和时间',
    input: 'text',
    basis: art(36, { item: 2 }),
  },
  whereToFind: {
    term: '获取的方式、途径',
    hint: '给出可以打开的网址、栏目或者出版物的名称和期号',
    input: 'text',
    basis: art(36, { item: 1 }),
  },
  withheld: {
    term: '不公开的内容及其依据、理由',
    hint: '逐项写明不公开的是哪些内容，依据第十四条、第十五条、第十六条中的哪一项，或者为什么不属于政府信息',
    input: 'text',
    basis: art(37),
  },
  reason: {
    term: '理由',
    hint: '写明本件的事实，以及为什么适用所引的条款',
    input: 'text',
    basis: art(36, { item: 3 }),
  },
  classification: {
    term: '定密依据',
    hint: '写明密级、保密期限和确定密级的依据',
    input: 'text',
    basis: art(14),
  },
  prohibition: {
    term: '禁止公开的法律、行政法规',
    hint: '写明法律或者行政法规的名称和条款；地方性法规、规章不能作为依据',
    input: 'text',
    basis: art(14),
  },
  harm: {
    term: '可能危及的说明',
    hint: '写明公开后可能危及国家安全、公共安全、经济安全、社会稳定中的哪一项，以及如何危及',
    input: 'text',
    basis: art(14),
  },
  governingLaw: {
    term: '另有规定的法律、行政法规',
    hint: '写明规定获取办法的法律、行政法规名称和办理渠道',
    input: 'text',
    basis: art(36, { item: 7 }),
  },
  searchRecord: {
    term: '检索记录',
    hint: '写明检索的范围、方式、关键词、时间和检索人',
    input: 'text',
    basis: art(36, { item: 4 }),
  },
  responsibleAgency: {
    term: '负责公开的机关',
    hint: '写明理由；能够确定负责公开的机关的，写明其名称和联系方式，不能确定的写明“不能确定”',
    input: 'text',
    basis: art(36, { item: 5 }),
  },
  processing: {
    term: '需要做的加工、分析',
    hint: '写明现有信息是什么、满足申请还需要做哪些汇总、加工或者分析',
    input: 'text',
    basis: art(38),
  },
  otherChannel: {
    term: '可以使用的渠道',
    hint: '写明申请的实质是什么，以及信访、投诉、举报或者咨询的渠道',
    input: 'text',
    basis: art(39, { paragraph: 1 }),
  },
  earlierReplyNumber: {
    term: '前次答复文号',
    hint: '如“示政公开答〔2024〕3号”',
    input: 'text',
    basis: art(36, { item: 6 }),
  },
  earlierReplyServedOn: {
    term: '前次答复送达日',
    hint: '前次答复送达申请人的日期',
    input: 'date',
    basis: art(36, { item: 6 }),
  },
} as const satisfies Record<string, Ground>;

export type GroundName = keyof typeof GROUNDS;

/** What the drafter has written, by ground. */
export type Grounds = Readonly<Partial<Record<GroundName, string>>>;

export interface RecordAsked {
  readonly term: string;
  readonly basis: string;
  /** What to do when it is not in the file. */
  readonly advice: string;
  standsIn(facts: readonly RequestFact[]): boolean;
}

const has = (facts: readonly RequestFact[], type: RequestFact['type']): boolean => facts.some((f) => f.type === type);

/** 卷内记录, which must stand in the file. */
export const RECORDS = {
  corrected: {
    term: '依法补正并已收到补正件',
    basis: art(30),
    advice: '没有依法要求过补正的，不能以“补正后仍不明确”答复；请与申请人沟通，按可以理解的范围答复',
    standsIn: (facts) => has(facts, 'correctionAsked') && has(facts, 'corrected'),
  },
  thirdPartyConsulted: {
    term: '征求第三方意见的记录',
    basis: art(32),
    advice: '请先书面征求第三方意见，收到意见或者满15个工作日后再作决定',
    standsIn: (facts) => facts.some((f) => f.type === 'consulted' && f.whom === 'third-party'),
  },
  reasonsAsked: {
    term: '要求说明理由的记录',
    basis: art(35),
    advice: '请先书面要求申请人说明理由；理由不合理的，才可以不予处理',
    standsIn: (facts) => has(facts, 'reasonsAsked'),
  },
} as const satisfies Record<string, RecordAsked>;

export type RecordName = keyof typeof RECORDS;
