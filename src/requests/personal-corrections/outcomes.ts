/** 处理结果 of a 更正申请 (《条例》第四十一条). Entries are never reworded or deleted. */
import { art } from '../../statute/articles.ts';

export interface CorrectionOutcome {
  readonly term: string;
  readonly basis: string;
  /** What the letter concludes with. */
  readonly concludes: string;
  /** 有权更正的机关 is asked for. */
  readonly names: boolean;
  readonly hint: string;
}

const BASIS = art(41);

export const CORRECTION_OUTCOMES = {
  corrected: {
    term: '予以更正',
    basis: BASIS,
    concludes: '经审核属实，本机关予以更正',
    names: false,
    hint: '更正前和更正后的内容，更正的日期',
  },
  notCorrected: {
    term: '不予更正',
    basis: BASIS,
    concludes: '经审核，所提供的证据不能证明记录不准确，本机关不予更正',
    names: false,
    hint: '核对了什么，为什么不能认定记录不准确',
  },
  transferred: {
    term: '转送有权机关',
    basis: BASIS,
    concludes: '本机关无权更正，已经转送有权更正的行政机关处理',
    names: true,
    hint: '为什么不属于本机关的职能范围',
  },
  directed: {
    term: '告知向有权机关提出',
    basis: BASIS,
    concludes: '本机关无权更正，请向有权更正的行政机关提出',
    names: true,
    hint: '为什么不属于本机关的职能范围',
  },
} as const satisfies Record<string, CorrectionOutcome>;

export type CorrectionOutcomeName = keyof typeof CORRECTION_OUTCOMES;

export const CORRECTION_OUTCOME_NAMES = Object.keys(CORRECTION_OUTCOMES) as CorrectionOutcomeName[];
