/**
 * 信息处理费台账 [FEE-15]: what happened with fees in a year, an entry for each notice, payment and refund, and what each adds. The sums are those of
 * the annual report: notices that stand, and what was paid less what of it went back (`countFees`).
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { yearOf } from '../../statute/civil-date.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import { tariffOf } from './notice-terms.ts';
import { REFUND_CAUSES } from './payments.ts';

export interface FeeSums {
  /** 收费通知件数、通知金额, without those that were withdrawn. */
  readonly notices: number;
  readonly noticedYuan: number;
  readonly paidYuan: number;
  readonly refundedYuan: number;
  /** 实际收取. */
  readonly collectedYuan: number;
}

export interface FeeEntry {
  readonly requestId: RequestId;
  readonly agencyId: AgencyId;
  readonly number: string;
  readonly n: number;
  readonly on: CivilDate;
  readonly what: '收费通知' | '缴费' | '退费';
  readonly yuan: number;
  /** 文号、票据号 or 退付凭证号. */
  readonly paper: string;
  readonly note: string;
  /** Whether it is in the sums. */
  readonly counts: boolean;
  readonly adds: FeeSums;
}

export const NO_FEES: FeeSums = { notices: 0, noticedYuan: 0, paidYuan: 0, refundedYuan: 0, collectedYuan: 0 };

type Applied = Pick<InfoRequest, 'id' | 'agencyId' | 'number'>;

export function feeEntries({ id, agencyId, number }: Applied, facts: readonly RequestFact[], year: number): FeeEntry[] {
  const of = (
    fact: RequestFact,
    said: Omit<FeeEntry, 'requestId' | 'agencyId' | 'number' | 'n' | 'on' | 'adds'>,
    adds: Partial<FeeSums>,
  ): FeeEntry => ({
    requestId: id,
    agencyId,
    number,
    n: fact.n,
    on: fact.on,
    ...said,
    adds: said.counts ? { ...NO_FEES, ...adds } : NO_FEES,
  });
  return facts.flatMap((fact) => {
    if (yearOf(fact.on) !== year) return [];
    switch (fact.type) {
      case 'feeNoticed': {
        const { yuan } = fact;
        const counts = !facts.some(({ type, n }) => type === 'feeNoticeWithdrawn' && n > fact.n);
        const together = fact.joint ? `；与另外${fact.joint.files.length - 1}件合并告知` : '';
        const note = `${tariffOf(fact)}${together}${counts ? '' : '；已撤回，不计'}`;
        const paper = fact.letters?.[0]?.number ?? '';
        return [of(fact, { what: '收费通知', yuan, paper, note, counts }, { notices: 1, noticedYuan: yuan })];
      }
      case 'paid': {
        const { yuan, receipt = '', joint } = fact;
        const note = joint && joint.numbers.length > 1 ? `${joint.numbers.length}件一并缴纳${joint.yuan}元` : '';
        return [
          of(fact, { what: '缴费', yuan, paper: receipt, note, counts: true }, { paidYuan: yuan, collectedYuan: yuan }),
        ];
      }
      case 'refunded': {
        const { yuan, cause, payment, receipt } = fact;
        const counts = payment !== null;
        const note = `${REFUND_CAUSES[cause].term}${receipt ? `，所退款项 ${receipt}` : ''}${counts ? '' : '；不计入收取，退还也不减'}`;
        return [
          of(
            fact,
            { what: '退费', yuan, paper: fact.number, note, counts },
            { refundedYuan: yuan, collectedYuan: -yuan },
          ),
        ];
      }
      default:
        return [];
    }
  });
}

export function sumOf(entries: readonly Pick<FeeEntry, 'adds'>[]): FeeSums {
  const plus = (a: FeeSums, b: FeeSums): FeeSums => ({
    notices: a.notices + b.notices,
    noticedYuan: a.noticedYuan + b.noticedYuan,
    paidYuan: a.paidYuan + b.paidYuan,
    refundedYuan: a.refundedYuan + b.refundedYuan,
    collectedYuan: a.collectedYuan + b.collectedYuan,
  });
  return entries.reduce((sum, { adds }) => plus(sum, adds), NO_FEES);
}
