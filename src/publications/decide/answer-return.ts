/** 说明后再审 [REV-8]: the text stays as it is, the review goes on at the step that returned it. Changing the text is `revise`, and begins anew. */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { AnswerReturn } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { reviewStanding } from '../review/standing.ts';
import { editionSeen, marked } from './mark.ts';

export function answerReturn(
  loaded: Loaded,
  { edition: hash, answer }: AnswerReturn,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  if (reviewStanding(loaded.chains, document.marks, hash).state !== 'withAuthor')
    return refuse('STALE', '办理流程', '这一稿没有退回待改。请刷新后查看最新状态。');
  if (answer.trim() === '') return refuse('REV-8', '先审后发制度', '请写明为什么不改；要改的，请直接修改后重新送审。');
  return marked(document, { type: 'answered', edition: hash, said: answer.trim() }, scene, {
    verb: 'returnAnswered',
    basis: '先审后发制度',
  });
}
