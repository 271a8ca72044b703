/**
 * 缴费与退费 [FEE-10, FEE-11, FEE-12]: what was paid on a notice, what became of it, and what goes back. 缴纳后需要退付的由执收单位按规定办理.
 */
import { type FactOf, factsOf, lastOf, type RequestFact } from '../facts.ts';

/** 退费的原因. `paid`: it goes back out of what counts as collected; the others were never taken for a payment. */
export const REFUND_CAUSES = {
  withdrawn: { term: '收费通知撤回', paid: true },
  fewerPages: { term: '实际提供的页数少于通知的页数', paid: true },
  late: { term: '期满以后才缴纳', paid: false },
  short: { term: '期满没有缴足', paid: false },
  excess: { term: '多缴的差额', paid: false },
} as const;

export type RefundCause = keyof typeof REFUND_CAUSES;

/** The payment of the notice that was last sent, whether or not that still stands. */
export function feePayment(facts: readonly RequestFact[]): FactOf<'paid'> | undefined {
  const [notice, paid] = [lastOf(facts, 'feeNoticed'), lastOf(facts, 'paid')];
  return notice && paid && paid.n > notice.n ? paid : undefined;
}

/** Payments whose notice was withdrawn afterwards: nothing was owed. */
export function undonePayments(facts: readonly RequestFact[]): FactOf<'paid'>[] {
  return factsOf(facts, 'paid').filter(({ n }) => {
    const next = facts.find((fact) => fact.n > n && (fact.type === 'feeNoticed' || fact.type === 'feeNoticeWithdrawn'));
    return next?.type === 'feeNoticeWithdrawn';
  });
}

/** 应退未退: payments of withdrawn notices that have not gone back. */
export function refundsOwed(facts: readonly RequestFact[]): FactOf<'paid'>[] {
  const back = new Set(factsOf(facts, 'refunded').map(({ payment }) => payment));
  return undonePayments(facts).filter(({ n }) => !back.has(n));
}
