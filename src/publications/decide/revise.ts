/** 修改: the next edition is edited while the live one stays [PUB-16]. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { refuseTooDeep } from '../body-depth.ts';
import { refuseSwollen } from '../body-signs.ts';
import type { Revise } from '../commands.ts';
import type { Document } from '../document.ts';
import { editionOf } from '../edition.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { toldOfSchedule } from '../notices.ts';
import { refuseUnknownPictures } from '../picture.ts';
import { scheduledRelease } from '../review/schedule.ts';
import { withMark } from './mark.ts';
import { refuseUnreasoned } from './open-mode.ts';
import { attachedFiles, refuseUnknown } from './pointers.ts';

/** Said of the release that was set for the text before. */
const OVERTAKEN = '稿件有了修改，原来设定的发布时间作废。';

export function revise(loaded: Loaded, command: Revise, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const refusal =
    refuseUnknown(loaded, [], command.relations) ??
    refuseUnreasoned(command.particulars) ??
    refuseSwollen(command.bodyHtml) ??
    refuseTooDeep(command.bodyHtml);
  if (refusal) return refusal;
  if (document.withdrawal?.reason === 'merged') {
    return refuse('WRONG_STATE', '办理流程', '这条信息已经并入另一条信息，请在那一条上修改。');
  }
  const note = command.changeNote?.trim() || null;
  if (document.live !== null && note === null) {
    return refuse('PUB-21', art(6), '公开过的信息修改后要说明改了什么。请填写“修改说明”，它会显示在页面上。');
  }
  const n = document.draft?.n ?? (document.live?.n ?? 0) + 1;
  const attachments = attachedFiles(loaded, command.attachments);
  if (isRefusal(attachments)) return attachments;
  const typed = editionOf(n, { ...command, attachments }, scene.actor.id, note, document.draft);
  const unknown = refuseUnknownPictures(typed.bodyHtml, loaded.pictures);
  if (unknown) return unknown;
  // Saved without a change it is the same text of the same author: what was approved stands.
  const unchanged = document.draft?.hash === typed.hash && document.draft.changeNote === note;
  const edition = unchanged ? document.draft! : typed;
  const before = document.draft && scheduledRelease(document.marks, document.draft.hash);
  // [PUB-102] The moment stands on the text before: it is taken back in so many words, and does not come back with the old text.
  const lost = edition.hash === document.draft?.hash ? null : before;
  const unset = lost
    ? withMark(document, { type: 'unscheduled', edition: document.draft!.hash, said: OVERTAKEN }, scene)
    : document;
  return {
    next: { ...unset, draft: edition, relations: command.relations ?? document.relations },
    entry: {
      verb: 'revised',
      subject: document.id,
      agencyId: document.agencyId,
      basis: art(6),
      content: { n, edition: edition.hash },
    },
    notices: lost ? [toldOfSchedule('scheduleLost', document, lost.from, scene)] : [],
  };
}
