/** 审核、校对通过 [REV-1, REV-2, REV-6]. */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { PassStep } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { refuseReviewStep } from '../review/standing.ts';
import { stepOf } from '../review/steps.ts';
import { editionSeen, marked } from './mark.ts';

export function passStep(
  loaded: Loaded,
  { edition: hash, step, opinion }: PassStep,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  const refusal = refuseReviewStep(loaded.chains, document.marks, edition, step, scene.actor.id);
  if (refusal) return refusal;
  return marked(document, { type: 'passed', step, edition: hash, said: opinion.trim() }, scene, {
    verb: 'stepPassed',
    basis: stepOf(step).basis,
  });
}
