/** 撤回: the text leaves the portal, its address keeps a notice, its number is never given again. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Withdraw } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';

export function withdraw(loaded: Loaded, command: Withdraw, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const explanation = command.explanation.trim();
  if (explanation === '') return refuse('REASON_MISSING', art(6), '撤回要写明原因，留档备查。请填写原因。');
  const mergedInto = command.reason === 'merged' ? (command.mergedInto ?? null) : null;
  if (command.reason === 'merged') {
    if (mergedInto === null || mergedInto === document.id || loaded.others.get(mergedInto) !== 'published') {
      return refuse('NO_SUCH_DOCUMENT', art(6), '合并要指明并入哪一条已发布的信息。请重新选择。');
    }
  }
  const { reason } = command;
  const withdrawal = { reason, explanation, at: scene.at.toISOString(), on: scene.today, mergedInto };
  return {
    next: { ...document, state: 'withdrawn', withdrawal },
    entry: {
      verb: 'withdrawn',
      subject: document.id,
      agencyId: document.agencyId,
      basis: art(6),
      content: { reason, explanation, mergedInto },
    },
  };
}
