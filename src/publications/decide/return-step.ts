/** 退回 [REV-8]: to the author, or to a step that was taken before, always with the reason. */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { ReturnStep } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { refuseReviewStep, reviewStanding } from '../review/standing.ts';
import { stepOf } from '../review/steps.ts';
import { editionSeen, marked } from './mark.ts';

export function returnStep(
  loaded: Loaded,
  { edition: hash, step, to, reason }: ReturnStep,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  const { basis } = stepOf(step);
  const refusal = refuseReviewStep(loaded.chains, document.marks, edition, step, scene.actor.id);
  if (refusal) return refusal;
  if (reason.trim() === '') return refuse('REV-8', basis, '请写明退回的理由，让拟稿人知道改什么。');
  const { passed } = reviewStanding(loaded.chains, document.marks, hash);
  if (to !== 'author' && !passed.some((mark) => mark.step === to))
    return refuse('REV-8', basis, `“${stepOf(to).term}”还没有办过，不能退回到这一步。`);
  return marked(document, { type: 'returned', step, to, edition: hash, said: reason.trim() }, scene, {
    verb: 'stepReturned',
    basis,
  });
}
