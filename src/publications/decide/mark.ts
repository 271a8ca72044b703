/** One more mark on the edition that is looked at. */
import type { Decision, Scene } from '../../perform.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import type { Edition } from '../edition.ts';
import type { Loaded } from '../loaded.ts';
import { documentOf } from '../loaded.ts';
import type { NewMark } from '../review/edition-mark.ts';
import { editionInReview } from '../review/standing.ts';

/** The edition a command speaks of, as long as it is the one that lies there now. */
export function editionSeen(loaded: Loaded, hash: string): Edition | Refusal {
  const edition = editionInReview(documentOf(loaded), loaded.chains);
  if (edition === null)
    return refuse('NOTHING_TO_REVIEW', '办理流程', '这条信息没有在审校的稿子。请刷新后查看最新状态。');
  if (edition.hash !== hash)
    return refuse(
      'STALE',
      '办理流程',
      '你打开以后稿子有了修改，看到的不是现在这一稿。这一步没有办理，请刷新，看过再定。',
    );
  return edition;
}

export function withMark(document: Document, mark: NewMark, { actor, at }: Scene): Document {
  const made = { ...mark, n: document.marks.length + 1, by: actor.id, at: at.toISOString() };
  return { ...document, marks: [...document.marks, made] };
}

/** @param verb of the ledger entry, in the past tense */
export function marked(
  document: Document,
  mark: NewMark,
  scene: Scene,
  { verb, basis }: { readonly verb: string; readonly basis: string },
): Decision<Document> {
  return {
    next: withMark(document, mark, scene),
    entry: { verb, subject: document.id, agencyId: document.agencyId, basis, content: mark },
  };
}
