/** 审核、校对通过 [REV-1, REV-2, REV-6]; what the checks found is not passed by unseen [REV-27]. */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { PassStep } from '../commands.ts';
import { findingsOf } from '../content-checks.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { refuseReviewStep } from '../review/standing.ts';
import { stepOf } from '../review/steps.ts';
import { refuseUnseen, toldFindings, undecidedOf } from '../review/undecided.ts';
import { editionSeen, marked } from './mark.ts';

export function passStep(
  loaded: Loaded,
  { edition: hash, step, opinion, leaving }: PassStep,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  const refusal = refuseReviewStep(loaded.chains, document.marks, edition, step, scene.actor.id);
  if (refusal) return refusal;
  const open = undecidedOf(findingsOf(document, edition, loaded.words));
  const unseen = refuseUnseen(
    open,
    leaving,
    '要改的请退回，可以保留的逐处判定；留给后面的人定的，逐处看过，写明理由。',
  );
  if (unseen) return unseen;
  if (open.length > 0 && opinion.trim() === '')
    return refuse('REV-27', open[0]!.basis, '还有没有判定的，请在意见里写明为什么这一步不判定。');
  const left = open.length > 0 ? `（留着没有判定 ${open.length} 处：${toldFindings(open)}。）` : '';
  return marked(document, { type: 'passed', step, edition: hash, said: `${opinion.trim()}${left}` }, scene, {
    verb: 'stepPassed',
    basis: stepOf(step).basis,
  });
}
