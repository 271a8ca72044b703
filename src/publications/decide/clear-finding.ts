/** 判定保留 [REV-13]: somebody who did not write the text lets a finding stand, and says why; kept as evidence. */
import type { Decision, Scene } from '../../perform.ts';
import { isRealReason } from '../../review/real-reason.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { ClearFinding } from '../commands.ts';
import { findingsOf } from '../content-checks.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { editionSeen, marked } from './mark.ts';

export function clearFinding(
  loaded: Loaded,
  { edition: hash, finding, reason }: ClearFinding,
  scene: Scene,
): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = editionSeen(loaded, hash);
  if (isRefusal(edition)) return edition;
  const found = findingsOf(document, edition, loaded.words).find(({ key }) => key === finding);
  if (!found) return refuse('STALE', '办理流程', '这一处已经不在稿子里，或者已经判定过。请刷新后查看。');
  if (!isRealReason(reason))
    return refuse('REV-13', found.basis, '请用几个字写明为什么可以保留，例如“单位公布的联系电话”“引用文件原名”。');
  const mark = { type: 'cleared', finding, edition: hash, said: reason.trim() } as const;
  return marked(document, mark, scene, { verb: 'findingCleared', basis: found.basis });
}
