/**
 * 答复稿的审查 [REV-4]: 合法性审核, then 保密审查 (《条例》第十七条：应当依照《中华人民共和国保守国家秘密法》以及其他法律、法规和国家有关规定对拟公开的政府信息进行审查),
 * then 签发. A draft is one content: written anew it passes the chain anew.
 */

import type { Hand } from '../people/hand.ts';
import { awaitedStep, type ReviewChain, type ReviewMark, refuseStep } from '../review/chain.ts';
import { art } from '../statute/articles.ts';
import type { Refusal } from '../statute/refusal.ts';
import { type FactOf, factsOf, lastOf, type RequestFact } from './facts.ts';

export const REPLY_CHAIN = [
  { name: 'legal', term: '合法性审核', basis: art(36) },
  { name: 'secrecy', term: '保密审查', basis: art(17, { paragraph: 2 }) },
  { name: 'signature', term: '签发答复', basis: art(45) },
] as const satisfies ReviewChain;

export type ReplyStep = (typeof REPLY_CHAIN)[number]['name'];

function draftOf(facts: readonly RequestFact[]): FactOf<'drafted'> {
  const draft = lastOf(facts, 'drafted');
  if (!draft) throw new Error('nothing was drafted');
  return draft;
}

function marksOf(facts: readonly RequestFact[]): ReviewMark[] {
  const checks = factsOf(facts, 'checked').map(({ step, draft, by }) => ({ step, by, content: String(draft) }));
  // What was skipped on purpose counts as passed, by the hand that answers for it.
  const skipped = factsOf(facts, 'reviewSkipped').flatMap(({ draft, by }) =>
    (['legal', 'secrecy'] as const).map((step) => ({ step, by, content: String(draft) })),
  );
  return [...checks, ...skipped];
}

/** The step the latest draft waits for: `signature` once it may be signed. */
export function replyStep(facts: readonly RequestFact[]): ReplyStep {
  return (awaitedStep(REPLY_CHAIN, marksOf(facts), String(draftOf(facts).n))?.name ?? 'signature') as ReplyStep;
}

/** Four eyes on the latest draft: why this person may not take the step. */
export function refuseReplyStep(facts: readonly RequestFact[], step: ReplyStep, by: Hand): Refusal | undefined {
  const draft = draftOf(facts);
  return refuseStep(REPLY_CHAIN, step, marksOf(facts), String(draft.n), { authors: [draft.by], by });
}

/** Whoever must not take the awaited step: the hands that wrote the draft and took the step before it. */
export function barredFrom(facts: readonly RequestFact[]): Hand[] {
  const draft = draftOf(facts);
  const before = marksOf(facts)
    .filter(({ content }) => content === String(draft.n))
    .at(-1);
  return [...new Set([draft.by, ...(before ? [before.by] : [])])];
}
