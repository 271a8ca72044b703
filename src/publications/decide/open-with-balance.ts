/**
 * 结转登记 [PUB-19]: what was public before the product came. The former date is a fact that is told, never a way to date back: it lies
 * before today, and the day of entry is shown beside it.
 */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { refuseTooDeep } from '../body-depth.ts';
import { refuseSwollen } from '../body-signs.ts';
import type { OpenWithBalance } from '../commands.ts';
import { findingsOf } from '../content-checks.ts';
import type { Document } from '../document.ts';
import { kindOf } from '../document-kinds.ts';
import { editionOf } from '../edition.ts';
import { type IndexNumber, indexNumber } from '../index-number.ts';
import type { Loaded } from '../loaded.ts';
import { refuseUnknownPictures } from '../picture.ts';
import { readiness, refuseErrors } from '../readiness.ts';
import { attachedFiles, refuseUnknown } from './pointers.ts';

/** What happened on the former site is recorded as it was, flawed metadata too; these concern what we show from now on. */
const STILL_ASKED = ['PUB-15', 'PUB-17'];

export function openWithBalance(loaded: Loaded, command: OpenWithBalance, scene: Scene): Decision<Document> | Refusal {
  const { particulars, publishedOn, columns, kind } = command;
  const relations = command.relations ?? [];
  const refusal =
    refuseUnknown(loaded, columns, relations) ??
    refuseDates(command, scene) ??
    refuseSwollen(command.bodyHtml) ??
    refuseTooDeep(command.bodyHtml);
  if (refusal) return refusal;
  const indexNo = numberOf(loaded, command, scene);
  if (isRefusal(indexNo)) return indexNo;

  const attachments = attachedFiles(loaded, command.attachments ?? []);
  if (isRefusal(attachments)) return attachments;

  const edition = editionOf(1, { particulars, bodyHtml: command.bodyHtml, attachments }, scene.actor.id, null);
  const unknown = refuseUnknownPictures(edition.bodyHtml, loaded.pictures);
  if (unknown) return unknown;
  // Midnight in Shanghai: the former site told the day, not the hour.
  const publishedAt = new Date(`${publishedOn}T00:00:00+08:00`).toISOString();
  const counted = kindOf(kind).counted !== undefined;
  const next: Document = {
    id: scene.newId(),
    agencyId: command.agencyId,
    kind,
    state: 'published',
    indexNo,
    live: { ...edition, publishedAt },
    draft: null,
    columns: [...new Set(columns)],
    relations,
    marks: [],
    publishedAt,
    publishedOn,
    carriedOverOn: scene.today,
    countedFrom: counted ? (command.countedFrom ?? particulars.writtenOn) : null,
    ending: null,
    withdrawal: null,
  };
  const unfit = readiness(next, edition, scene, loaded.words).find(({ code }) => STILL_ASKED.includes(code));
  if (unfit) return refuse(unfit.code, unfit.basis, unfit.says + unfit.advice);
  // [PUB-94] Whatever the former site let stand, it would be we who let it out from now on.
  const wrong = refuseErrors(findingsOf(next, edition, loaded.words));
  if (wrong) return wrong;
  return {
    next,
    entry: {
      verb: 'openedWithBalance',
      subject: next.id,
      agencyId: next.agencyId,
      basis: art(20, { item: 1 }),
      content: { indexNo, publishedOn, countedFrom: next.countedFrom, edition: edition.hash },
    },
  };
}

function refuseDates(
  { particulars, publishedOn, countedFrom }: OpenWithBalance,
  { today }: Scene,
): Refusal | undefined {
  if (publishedOn >= today) {
    const says = '结转登记只用于本系统启用以前已经公开的信息。今天要公开的，请起草后发布，发布时间由系统写入。';
    return refuse('PUB-19', art(26), says);
  }
  if (particulars.writtenOn > publishedOn) {
    const says = `原发布日期 ${inProse(publishedOn)} 早于成文日期 ${inProse(particulars.writtenOn)}。请核对。`;
    return refuse('PUB-6', art(26), says);
  }
  if (countedFrom && countedFrom < particulars.writtenOn) {
    return refuse('PUB-6', art(26), '计入统计的日期早于成文日期。请核对。');
  }
  return undefined;
}

function numberOf(loaded: Loaded, { indexNo }: OpenWithBalance, { today }: Scene): IndexNumber | Refusal {
  if (indexNo !== undefined) {
    if (!loaded.takenNumbers.includes(indexNo)) return indexNo;
    return refuse('PUB-2', art(12), `索引号“${indexNo}”已经属于另一条信息，不能重复使用。请核对原网站的索引号。`);
  }
  if (loaded.numbering === null) throw new Error('the store reserves a serial when the command brings none');
  return indexNumber(loaded.numbering.creditCode, Number(today.slice(0, 4)), loaded.numbering.serial);
}
