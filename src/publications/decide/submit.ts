/** 送审 [REV-6]: from here on the reviewers see the edition. What would stop its publication is told before anybody spends time on it. */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { Submit } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { metadataErrors, refuseErrors } from '../readiness.ts';
import { reviewStanding } from '../review/standing.ts';
import { editionSeen, marked } from './mark.ts';

export function submit(loaded: Loaded, { edition: hash }: Submit, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  if (reviewStanding(loaded.chains, document.marks, hash).state !== 'notSubmitted')
    return refuse('STALE', '办理流程', '这一稿已经送审，不需要再送。请刷新后查看。');
  const refusal = refuseErrors(metadataErrors(document, edition, scene.today, scene.calendar));
  if (refusal) return refusal;
  return marked(document, { type: 'submitted', edition: hash, said: '' }, scene, {
    verb: 'submitted',
    basis: '先审后发制度',
  });
}
