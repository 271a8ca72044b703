/**
 * 定期评估审查 [REQ-115, REQ-116]. 《条例》第十八条: what was not disclosed is looked at again from time to time, and disclosed once what has changed allows it.
 * The Regulation names no period; the day of the next look is kept with the reply and moves with each look.
 */
import { addMonths, type CivilDate } from '../statute/civil-date.ts';
import { DEFAULT_SETTINGS } from '../statute/settings.ts';
import { type FactOf, factsOf, lastOf, type RequestFact } from './facts.ts';
import { type OutcomeName, outcomeOf } from './outcomes.ts';
import { partsOf } from './reply-parts.ts';
import { servedDraft } from './standing.ts';

/** 评估的结论: it still holds; or it may be disclosed, to everybody or to the applicant first. */
export const REVIEW_VERDICTS = {
  holds: { term: '仍然不予公开' },
  publish: { term: '可以公开，转为主动公开' },
  offer: { term: '可以公开，告知申请人' },
} as const;

export type ReviewVerdict = keyof typeof REVIEW_VERDICTS;

/** 提前提醒, in days. */
export const REMIND_DAYS = 30;

/** 会因情势变化而消失的: refusals under Articles 14 to 16, whole or in part. What is not held or not ours does not lapse. */
export function mayLapse(outcome: OutcomeName): boolean {
  const { remedy } = outcomeOf(outcome);
  return remedy === 'reconsiderFirst' || remedy === 'mixed';
}

/** What of a draft was refused on such a ground. */
export function lapsingParts(draft: Parameters<typeof partsOf>[0]): readonly OutcomeName[] {
  return partsOf(draft)
    .map(({ outcome }) => outcome)
    .filter(mayLapse);
}

/** The corresponding day of a later month, counted from the day the refusal was signed. */
export function firstReviewOn(signedOn: CivilDate, months: number): CivilDate {
  return addMonths(signedOn, months);
}

/** The looks at the refusal that is out. */
export function reviewsOf(facts: readonly RequestFact[]): FactOf<'refusalReviewed'>[] {
  const served = lastOf(facts, 'served');
  return factsOf(facts, 'refusalReviewed').filter(({ n }) => n > (served?.n ?? 0));
}

/** 下次评估审查之日; null where nothing was refused on such a ground, or it was found that it may be disclosed. */
export function reviewDue(facts: readonly RequestFact[]): CivilDate | null {
  const [served, draft] = [lastOf(facts, 'served'), servedDraft(facts)];
  if (!served || !draft || lapsingParts(draft).length === 0) return null;
  const last = reviewsOf(facts).at(-1);
  if (last) return last.until;
  if (served.reviewOn) return served.reviewOn;
  // Replies from before the day was kept.
  const signed = factsOf(facts, 'signed').findLast(({ n }) => n < served.n);
  return firstReviewOn(signed?.on ?? served.on, DEFAULT_SETTINGS.refusalReviewMonths);
}

/** 经评估可以公开: what the last look found; undefined while the refusal holds. */
export function disclosable(facts: readonly RequestFact[]): FactOf<'refusalReviewed'> | undefined {
  const last = reviewsOf(facts).at(-1);
  return last && last.verdict !== 'holds' ? last : undefined;
}
