/**
 * 审查审核 (《条例》第十七条): a chain of approvals that a draft passes before it leaves. A mark stands on one content and on no other: whoever
 * changes the text begins the chain anew. Nobody approves what he wrote, nor two steps that follow one another, whether in
 * his own name or in another's [REV-15]; a right for one step is none for another.
 */
import { type Hand, sharePerson, sharesPersonWithAny, whoseHand } from '../people/hand.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export interface ReviewStep {
  readonly name: string;
  readonly term: string;
  readonly basis: string;
}

/** In the order they are taken; the last one releases. */
export type ReviewChain = readonly ReviewStep[];

/** 审核意见: an approval. What was returned goes back to its author and comes again as another content. */
export interface ReviewMark {
  readonly step: string;
  readonly by: Hand;
  /** What was approved: a hash or a number that no other text has. */
  readonly content: string;
}

/** The marks that stand on what lies there now, the latest of each step, in the order of the chain. */
export function standingMarks(chain: ReviewChain, marks: readonly ReviewMark[], content: string): ReviewMark[] {
  return chain.flatMap(({ name }) => marks.findLast((mark) => mark.step === name && mark.content === content) ?? []);
}

/** The step a content waits for; undefined once it has passed them all. */
export function awaitedStep(chain: ReviewChain, marks: readonly ReviewMark[], content: string): ReviewStep | undefined {
  const passed = standingMarks(chain, marks, content);
  return chain.find(({ name }) => !passed.some((mark) => mark.step === name));
}

export interface Hands {
  /** Everybody who wrote the content. */
  readonly authors: readonly Hand[];
  readonly by: Hand;
}

/** [REV-1, REV-2] Why this person may not take the step on this content now; undefined when he may. */
export function refuseStep(
  chain: ReviewChain,
  name: string,
  marks: readonly ReviewMark[],
  content: string,
  { authors, by }: Hands,
): Refusal | undefined {
  const at = chain.findIndex((step) => step.name === name);
  const step = chain[at];
  if (!step) throw new Error(`no step ${name} in this chain`);
  const awaited = awaitedStep(chain, marks, content);
  if (awaited?.name !== name)
    return refuse(
      'REV-1',
      step.basis,
      awaited ? `现在等的是“${awaited.term}”，轮到以后才能“${step.term}”。` : `“${step.term}”已经完成，不需要再办。`,
    );
  if (sharesPersonWithAny(authors, by))
    return refuse(
      'REV-2',
      step.basis,
      `这一稿是${whoseHand(authors, by)}写的，不能由你“${step.term}”，请转给另一位同事。`,
    );
  const before = standingMarks(chain, marks, content).at(-1);
  if (at > 0 && before && sharePerson(before.by, by))
    return refuse(
      'REV-2',
      step.basis,
      `上一步“${chain[at - 1]!.term}”是${whoseHand([before.by], by)}办的，相邻的两步不能由同一人办，请转给另一位同事。`,
    );
  return undefined;
}
