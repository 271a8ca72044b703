/**
 * 收费异议 [FEE-13]. 国办函〔2021〕132号第三条：缴费期内仅就收费决定申请复议的，不予受理；法释〔2025〕8号第十条：单独起诉收费决定的，不予立案（原文待核）. What the agency does once
 * the period is over, and handles the application no more, is open to both.
 */
import { type FactOf, lastOf, type RequestFact } from '../facts.ts';

/** 异议的途径, as the notice tells it. */
export const DISPUTE_PATHS =
  '对收费有异议的，可以在缴费期限内向本机关书面提出，缴费期限照常计算。缴费期限内，单独就收费决定申请行政复议的不予受理，单独提起行政诉讼的不予立案；缴费期限届满、本机关不再处理该申请的，可以就不再处理的行为投诉、举报，申请行政复议或者提起行政诉讼';

/** The objection to the notice that was last sent, with what the agency answered. */
export function disputeOf(
  facts: readonly RequestFact[],
): { readonly said: FactOf<'feeDisputed'>; readonly answer: FactOf<'feeDisputeAnswered'> | undefined } | undefined {
  const [notice, said] = [lastOf(facts, 'feeNoticed'), lastOf(facts, 'feeDisputed')];
  if (!notice || !said || said.n < notice.n) return undefined;
  const answer = lastOf(facts, 'feeDisputeAnswered');
  return { said, answer: answer && answer.n > said.n ? answer : undefined };
}

/** An objection that nobody has answered; a notice that was withdrawn needs no answer. */
export function openDispute(facts: readonly RequestFact[]): FactOf<'feeDisputed'> | undefined {
  const dispute = disputeOf(facts);
  const withdrawn = lastOf(facts, 'feeNoticeWithdrawn');
  if (!dispute || dispute.answer || (withdrawn && withdrawn.n > dispute.said.n)) return undefined;
  return dispute.said;
}
