/**
 * 审到哪一步 [REV-3, REV-6, REV-8]: replayed from the marks on one hash. Whoever changes the text has another hash and begins anew; what was returned and comes
 * back unchanged goes on at the step it was returned to.
 */
import { type Hand, sharePerson, whoseHand } from '../../people/hand.ts';
import { awaitedStep, type ReviewMark, refuseStep } from '../../review/chain.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import { authorsOf, type Edition } from '../edition.ts';
import { type Chains, chainOf } from './chains.ts';
import type { EditionMark } from './edition-mark.ts';
import { type StepName, stepOf, TRACK_NAMES, type Track } from './steps.ts';

export type ReviewState = 'notSubmitted' | 'inReview' | 'withAuthor' | 'passed';

export const REVIEW_STATES: Readonly<Record<ReviewState, string>> = {
  notSubmitted: '未送审',
  inReview: '审校中',
  withAuthor: '已退回拟稿人',
  passed: '审校完成',
};

export interface ReviewStanding {
  readonly state: ReviewState;
  /** Approvals that stand, in the order they were given. */
  readonly passed: readonly ReviewMark[];
  /** What each track waits for; null when it is through. */
  readonly awaits: Readonly<Record<Track, StepName | null>>;
}

export function reviewStanding(chains: Chains, marks: readonly EditionMark[], edition: string): ReviewStanding {
  let open = false;
  let withAuthor = false;
  let passed: ReviewMark[] = [];
  for (const mark of marks.filter((one) => one.edition === edition)) {
    if (mark.type === 'submitted' || mark.type === 'releasedUrgently') open = true;
    if (mark.type === 'answered') withAuthor = false;
    if (mark.type === 'passed') passed.push({ step: mark.step, by: mark.by, content: edition });
    if (mark.type === 'returned') {
      if (mark.to === 'author') withAuthor = true;
      else passed = passed.filter(({ step }) => !isFrom(mark.to as StepName, step, chains));
    }
  }
  const awaits = Object.fromEntries(
    TRACK_NAMES.map((track) => [track, awaitedStep(chainOf(chains, track), passed, edition)?.name ?? null]),
  ) as Record<Track, StepName | null>;
  const through = TRACK_NAMES.every((track) => awaits[track] === null);
  const state = withAuthor ? 'withAuthor' : !open ? 'notSubmitted' : through ? 'passed' : 'inReview';
  return { state, passed, awaits };
}

/** Whether `step` stands at `from` or behind it on the same track. */
function isFrom(from: StepName, step: string, chains: Chains): boolean {
  const chain: readonly string[] = chains[stepOf(from).track];
  return chain.includes(step) && chain.indexOf(step) >= chain.indexOf(from);
}

/** 在审的版本: what is edited, else what went out in a hurry and is still to be looked at; null when nothing waits. */
export function editionInReview(document: Pick<Document, 'live' | 'draft' | 'marks'>, chains: Chains): Edition | null {
  return document.draft ?? owedLook(document, chains);
}

/** The steps the document waits for now, one a track; none while it is with its author. */
export function awaitedSteps(document: Pick<Document, 'live' | 'draft' | 'marks'>, chains: Chains): StepName[] {
  const edition = editionInReview(document, chains);
  if (edition === null) return [];
  const { state, awaits } = reviewStanding(chains, document.marks, edition.hash);
  return state === 'inReview' ? TRACK_NAMES.flatMap((track) => awaits[track] ?? []) : [];
}

/** 补审 [REV-9]: an edition that was released urgently and has not passed yet; null when there is none. */
export function owedLook({ live, marks }: Pick<Document, 'live' | 'marks'>, chains: Chains): Edition | null {
  if (live === null || !marks.some(({ type, edition }) => type === 'releasedUrgently' && edition === live.hash))
    return null;
  return reviewStanding(chains, marks, live.hash).state === 'passed' ? null : live;
}

/** What a review stands on: a text under its hash, and who wrote it. */
export type Reviewed = Pick<Edition, 'hash' | 'editedBy' | 'formerEditors'>;

/** [REV-1, REV-2] Why this person may not take the step on this edition now; undefined when he may. */
export function refuseReviewStep(
  chains: Chains,
  marks: readonly EditionMark[],
  edition: Reviewed,
  name: StepName,
  by: Hand,
): Refusal | undefined {
  const { track, term, basis } = stepOf(name);
  const { state, passed } = reviewStanding(chains, marks, edition.hash);
  if (!(chains[track] as readonly string[]).includes(name))
    return refuse('REV-7', basis, `这条信息的审校规则里没有“${term}”。请刷新后查看。`);
  if (state === 'notSubmitted') return refuse('REV-6', basis, '拟稿人还没有送审，送审以后才能审校。');
  if (state === 'withAuthor') return refuse('REV-8', basis, '已经退回拟稿人，等改好或者说明以后再审。');
  const released = marks.find(({ type, edition: of }) => type === 'releasedUrgently' && of === edition.hash);
  if (released && sharePerson(released.by, by))
    return refuse('REV-9', basis, `这一稿是${whoseHand([released.by], by)}紧急发布的，补审由别的同事办。`);
  return refuseStep(chainOf(chains, track), name, passed, edition.hash, {
    authors: authorsOf(edition),
    by,
  });
}

/** [REV-6] Why an edition may not be published yet; undefined when it has passed everything. */
export function refuseUnreviewed(
  chains: Chains,
  marks: readonly EditionMark[],
  edition: Pick<Reviewed, 'hash'>,
): Refusal | undefined {
  if (TRACK_NAMES.every((track) => chains[track].length === 0)) return undefined;
  const { state, awaits } = reviewStanding(chains, marks, edition.hash);
  if (state === 'passed') return undefined;
  const awaited = TRACK_NAMES.flatMap((track) => awaits[track] ?? []).map((name) => `“${stepOf(name).term}”`);
  const says = {
    notSubmitted: '这一稿还没有送审，审校完成以后才能发布。请先送审。',
    withAuthor: '这一稿已经退回拟稿人，改好或者说明以后重新审校，再发布。',
    inReview: `审校没有完成，还差${awaited.join('、')}。`,
  }[state];
  return refuse('REV-6', '先审后发制度', says);
}
