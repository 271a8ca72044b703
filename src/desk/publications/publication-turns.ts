/** 轮到谁: what is done next with an edition, and by whom; two turns while both tracks of the review go on. */
import { holds, inSomeCapacity } from '../../people/actor.ts';
import { sharesPersonWithAny } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import type { Document } from '../../publications/document.ts';
import { authorsOf, type Edition } from '../../publications/edition.ts';
import { permit } from '../../publications/permissions.ts';
import type { Chains } from '../../publications/review/chains.ts';
import { scheduledRelease } from '../../publications/review/schedule.ts';
import {
  awaitedSteps,
  refuseReviewStep,
  refuseUnreviewed,
  reviewStanding,
} from '../../publications/review/standing.ts';
import { type StepName, stepOf } from '../../publications/review/steps.ts';
import type { Refusal } from '../../statute/refusal.ts';
import { turnOf } from '../inbox/waiting.ts';
import type { Officer } from '../reach.ts';

export interface Turn {
  readonly verb: 'submit' | 'revise' | 'passStep' | 'publish';
  readonly step: StepName | null;
  readonly term: string;
  readonly roles: readonly RoleName[];
  readonly mine: boolean;
  /** 代某某 [SEC-36]: null in one's own name. */
  readonly actingFor: string | null;
}

/** @param now whatever is to go out by itself later waits for nobody */
export function turnsOf(document: Document, edition: Edition, chains: Chains, officer: Officer, now: Date): Turn[] {
  const has = (as: Officer, roles: readonly RoleName[]) => roles.some((role) => holds(as, role, document.agencyId));
  const { state } = reviewStanding(chains, document.marks, edition.hash);
  const isAuthor = (as: Officer) => sharesPersonWithAny(authorsOf(edition), as.id);
  const turn = (verb: Turn['verb'], term: string, role: RoleName, isFree: (as: Officer) => boolean): Turn => ({
    ...{ verb, term, step: null, roles: [role], ...turnOf(officer, (as) => has(as, [role]) && isFree(as)) },
  });
  if (state === 'withAuthor') return [turn('revise', '修改或者说明', 'editor', isAuthor)];
  if (document.draft !== null && !refuseUnreviewed(chains, document.marks, edition))
    return isToCome(document, edition, now) ? [] : [turn('publish', '发布', 'publisher', (as) => !isAuthor(as))];
  if (state === 'notSubmitted') return [turn('submit', '送审', 'editor', () => true)];
  // [REV-6] Nobody is shown what is not yet his turn.
  return awaitedSteps(document, chains).map((step): Turn => {
    const { term, roles } = stepOf(step);
    const isFree = (as: Officer) => !refuseReviewStep(chains, document.marks, edition, step, as.id);
    return { verb: 'passStep', step, term, roles, ...turnOf(officer, (as) => has(as, roles) && isFree(as)) };
  });
}

/** Why the officer may not take the step in any of his names; undefined when he may. */
export function refusePass(
  document: Document,
  edition: Edition,
  chains: Chains,
  officer: Officer,
  step: StepName,
): Refusal | undefined {
  return inSomeCapacity(
    officer,
    (as) => {
      const permission = permit('passStep', as, document, step);
      return permission.allowed ? refuseReviewStep(chains, document.marks, edition, step, as.id) : permission.refusal;
    },
    (refusal) => refusal,
  );
}

function isToCome({ marks }: Document, { hash }: Edition, now: Date): boolean {
  const set = scheduledRelease(marks, hash);
  return set !== null && new Date(set.from) > now;
}
