/**
 * 发出收费通知 [REQ-18]. 《条例》第四十二条第二款；国办函〔2020〕109号：within the period for the reply, with basis, standard and amount.
 * The amount follows from tariff and quantity, so that none is ever typed.
 */
import { art } from '../../statute/articles.ts';
import { inProseWithWeekday } from '../../statute/civil-date.ts';
import { type FeeReckoning, type FeeTariff, feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { dueOf } from '../deadlines.ts';
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

export const noticeFee: Verb<NoticeFee> = {
  term: '发出收费通知',
  basis: art(42, { paragraph: 2 }),
  causes: '申请人收到通知后期限停止计算，缴清后重新起算；收到后20个工作日未缴清的，视为放弃申请。',
  trace: 'noticedFee',
  numbers: ['fee'],
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting'],
  lastDay: dueOf,
  may(file, on, calendar) {
    if (feeNotice(file.facts)) return refuse('REQ-18', FEE_MEASURES, '这件申请已经发过收费通知，一件申请只收一次。');
    const due = dueOf(file, on, calendar);
    return due && on > due
      ? refuse(
          'REQ-18',
          FEE_MEASURES,
          `收费通知应当在答复期限内发出，期限到${inProseWithWeekday(due)}为止，已经届满。请尽快答复，不再收费。`,
        )
      : undefined;
  },
  act(_, { on, tariff, quantity, why }) {
    const fee = feeOfNotice(tariff, quantity);
    if (isRefusal(fee)) return fee;
    if (fee.amount === 0) return refuse('REQ-18', FEE_MEASURES, '按这个标准应收0元，不发收费通知。请直接办理。');
    if (isMissing(why))
      return refuse(
        'REQ-18',
        art(42, { paragraph: 2 }),
        '请写明申请的数量、频次为什么明显超过合理范围；达到起征的件数、页数，本身不等于应当收费。',
      );
    return { fact: { type: 'feeNoticed', on, tariff, quantity, yuan: fee.amount, why }, state: 'feePending' };
  },
};

/** 应收金额 of one application: by count, the price of the place it took in its month; by pages, of all its pages. */
export function feeOfNotice(tariff: FeeTariff, quantity: number): FeeReckoning | Refusal {
  return feeFor(tariff, quantity, tariff === 'items' ? Math.max(0, quantity - 1) : 0);
}
