/** 轮到谁: what is done next with an edition, and by whom; two turns while both tracks of the review go on. */
import { holds } from '../people/actor.ts';
import type { RoleName } from '../people/role.ts';
import type { Document } from '../publications/document.ts';
import { authorsOf, type Edition } from '../publications/edition.ts';
import type { Chains } from '../publications/review/chains.ts';
import { awaitedSteps, refuseReviewStep, refuseUnreviewed, reviewStanding } from '../publications/review/standing.ts';
import { type StepName, stepOf } from '../publications/review/steps.ts';
import type { Officer } from './reach.ts';

export interface Turn {
  readonly verb: 'submit' | 'revise' | 'passStep' | 'publish';
  readonly step: StepName | null;
  readonly term: string;
  readonly roles: readonly RoleName[];
  readonly mine: boolean;
}

export function turnsOf(document: Document, edition: Edition, chains: Chains, officer: Officer): Turn[] {
  const has = (roles: readonly RoleName[]) => roles.some((role) => holds(officer, role, document.agencyId));
  const { state } = reviewStanding(chains, document.marks, edition.hash);
  const isAuthor = authorsOf(edition).includes(officer.id);
  const turn = (verb: Turn['verb'], term: string, role: RoleName, free: boolean): Turn => ({
    ...{ verb, term, step: null, roles: [role], mine: has([role]) && free },
  });
  if (state === 'withAuthor') return [turn('revise', '修改或者说明', 'editor', isAuthor)];
  if (document.draft !== null && !refuseUnreviewed(chains, document.marks, edition))
    return [turn('publish', '发布', 'publisher', !isAuthor)];
  if (state === 'notSubmitted') return [turn('submit', '送审', 'editor', true)];
  // [REV-6] Nobody is shown what is not yet his turn.
  return awaitedSteps(document, chains).map((step): Turn => {
    const { term, roles } = stepOf(step);
    const free = refuseReviewStep(chains, document.marks, edition, step, officer.id) === undefined;
    return { verb: 'passStep', step, term, roles, mine: has(roles) && free };
  });
}
