/**
 * 依申请转主动公开 [REQ-110, REQ-111]. 《条例》第四十四条: what was given to an applicant may belong to everybody. Whether it was suggested, by whom, and
 * what the agency decided follow from the facts.
 */
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type FactOf, factsOf, lastOf, type RequestFact } from './facts.ts';
import type { OutcomeName } from './outcomes.ts';
import { disclosable } from './refusal-review.ts';
import { partsOf } from './reply-parts.ts';
import { servedDraft } from './standing.ts';

/** 可以公开: what everybody may have because one applicant was given it; what is public already need not be made so. */
const GIVES: readonly OutcomeName[] = ['granted', 'partlyGranted'];

export function gives(outcome: OutcomeName | null): boolean {
  return outcome !== null && GIVES.includes(outcome);
}

/** Whether the reply that went out gave anything. */
export function hasGiven(facts: readonly RequestFact[]): boolean {
  const draft = servedDraft(facts);
  return draft !== undefined && partsOf(draft).some(({ outcome }) => gives(outcome));
}

/** The decision that made it public; undefined while there is none. */
export function adoption(facts: readonly RequestFact[]): FactOf<'proactiveDecided'> | undefined {
  return factsOf(facts, 'proactiveDecided').find(({ documentId }) => documentId !== null);
}

/** 待审核的建议: the last suggestion that nothing has been decided about since. */
export function openSuggestion(facts: readonly RequestFact[]): FactOf<'proactiveSuggested'> | undefined {
  const [suggested, decided] = [lastOf(facts, 'proactiveSuggested'), lastOf(facts, 'proactiveDecided')];
  return suggested && suggested.n > (decided?.n ?? 0) ? suggested : undefined;
}

/** [REQ-116] Given, or refused and found since that it may be disclosed. */
export function isForEverybody(facts: readonly RequestFact[]): boolean {
  return hasGiven(facts) || disclosable(facts) !== undefined;
}

/** What bars both the suggestion and the decision. */
export function refuseTurning(facts: readonly RequestFact[]): Refusal | undefined {
  if (!isForEverybody(facts))
    return refuse(
      'REQ-110',
      art(44),
      '答复没有提供信息，没有可以转为主动公开的内容。只有予以公开、部分公开的，或者经评估可以公开的，才能转。',
    );
  if (adoption(facts)) return refuse('REQ-110', art(44), '已经决定转为主动公开，请在主动公开的稿件里继续办理。');
  return undefined;
}
