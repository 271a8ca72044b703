/** 起草: a new document with its first edition; nothing of it is public. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { refuseTooDeep } from '../body-depth.ts';
import { refuseSwollen } from '../body-signs.ts';
import type { Draft } from '../commands.ts';
import type { Document } from '../document.ts';
import { editionOf } from '../edition.ts';
import type { Loaded } from '../loaded.ts';
import { refuseUnknownPictures } from '../picture.ts';
import { refuseUnreasoned } from './open-mode.ts';
import { attachedFiles, refuseUnknown } from './pointers.ts';

export function draft(loaded: Loaded, command: Draft, scene: Scene): Decision<Document> | Refusal {
  const refusal =
    refuseUnknown(loaded, command.columns, command.relations) ??
    refuseUnreasoned(command.particulars) ??
    refuseSwollen(command.bodyHtml) ??
    refuseTooDeep(command.bodyHtml);
  if (refusal) return refusal;
  const attachments = attachedFiles(loaded, command.attachments ?? []);
  if (isRefusal(attachments)) return attachments;
  const edition = editionOf(1, { ...command, attachments }, scene.actor.id, null);
  const unknown = refuseUnknownPictures(edition.bodyHtml, loaded.pictures);
  if (unknown) return unknown;
  const next: Document = {
    id: scene.newId(),
    agencyId: command.agencyId,
    kind: command.kind,
    state: 'draft',
    indexNo: null,
    live: null,
    draft: edition,
    columns: [...new Set(command.columns)],
    relations: command.relations ?? [],
    marks: [],
    publishedAt: null,
    publishedOn: null,
    carriedOverOn: null,
    countedFrom: null,
    ending: null,
    withdrawal: null,
  };
  return {
    next,
    entry: {
      verb: 'drafted',
      subject: next.id,
      agencyId: next.agencyId,
      basis: art(19),
      content: { kind: next.kind, columns: next.columns, edition: edition.hash },
    },
  };
}
