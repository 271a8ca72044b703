/**
 * 紧急发布 [REV-9]: what cannot wait goes out on the publisher's own look, for a reason that stays on file; the review is made up for afterwards, by
 * others. The checks of the machine are passed over for nobody.
 */
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { PublishUrgently } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { refuseUnreviewed } from '../review/standing.ts';
import { editionSeen, withMark } from './mark.ts';
import { release } from './publish.ts';

export function publishUrgently(
  loaded: Loaded,
  { edition: hash, reason }: PublishUrgently,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  if (document.draft === null) return refuse('STALE', '办理流程', '这一稿已经发布。请刷新后查看。');
  if (!refuseUnreviewed(loaded.chains, document.marks, edition))
    return refuse('REV-9', '先审后发制度', '审校已经完成，请直接发布，不需要紧急发布。');
  if (reason.trim() === '')
    return refuse('REV-9', '先审后发制度', '请写明为什么不能等审校完成，例如“暴雨红色预警，须立即告知”。');
  const mark = { type: 'releasedUrgently', edition: hash, said: reason.trim() } as const;
  const out = release({ ...loaded, document: withMark(document, mark, scene) }, edition, scene);
  if (isRefusal(out)) return out;
  return {
    next: out.next,
    entry: { ...out.entry, verb: 'releasedUrgently', content: { ...mark, released: out.entry.content } },
  };
}
