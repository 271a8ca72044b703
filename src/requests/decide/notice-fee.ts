/**
 * 发出收费通知 [REQ-18]. 《条例》第四十二条第二款；国办函〔2020〕109号：within the period for the reply, with basis, standard and amount.
 * The amount follows from tariff and quantity, so that none is ever typed.
 */
import { art } from '../../statute/articles.ts';
import { inProseWithWeekday } from '../../statute/civil-date.ts';
import { feeFor } from '../../statute/fee-tariff.ts';
import { refuse } from '../../statute/refusal.ts';
import { dueOf } from '../deadlines.ts';
import { type FeeTariff, factsOf } from '../facts.ts';
import { feeNotice } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface NoticeFee extends FileAct {
  readonly verb: 'noticeFee';
  readonly tariff: FeeTariff;
  /** 按件: the place of this application among the applicant's in the month. 按量: the pages provided. */
  readonly quantity: number;
  /** Why number or frequency is clearly beyond the reasonable; the eleventh application alone does not make it so. */
  readonly why: string;
}

const FEE_MEASURES = '国办函〔2020〕109号';
