/** 发布: the draft becomes the live edition. The moment is the system's [PUB-3]; the first one stays the publication date. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { refuseClosedColumn } from '../closed-column.ts';
import type { Publish } from '../commands.ts';
import { findingsOf } from '../content-checks.ts';
import type { Document } from '../document.ts';
import { kindOf } from '../document-kinds.ts';
import type { Edition } from '../edition.ts';
import { documentsPrinted, refuseUnprintable } from '../gazette.ts';
import { indexNumber } from '../index-number.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { readiness, refuseUnfit } from '../readiness.ts';
import { refuseReviewedBefore } from '../review/after-withdrawal.ts';
import { refuseOwnClearing } from '../review/own-clearing.ts';
import { refuseUnreviewed } from '../review/standing.ts';
import { refuseUnseen, undecidedOf } from '../review/undecided.ts';

/** What was found and is not forbidden goes out only past somebody who has seen it [REV-27]. */
export function publish(loaded: Loaded, { leaving }: Pick<Publish, 'leaving'>, scene: Scene) {
  const released = publishReviewed(loaded, scene);
  if (isRefusal(released)) return released;
  const { draft } = documentOf(loaded);
  return refuseLeft(loaded, draft!, leaving) ?? released;
}

/** The edition in work, through its review. */
export function publishReviewed(loaded: Loaded, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const edition = document.draft;
  if (edition === null) return refuse('NOTHING_TO_PUBLISH', '办理流程', '没有待发布的稿子。请先修改，再发布。');
  const unreviewed = refuseUnreviewed(loaded.chains, document.marks, edition);
  return unreviewed ?? release(loaded, edition, scene);
}

export function refuseLeft(loaded: Loaded, edition: Edition, leaving: Publish['leaving']): Refusal | undefined {
  const open = undecidedOf(findingsOf(documentOf(loaded), edition, loaded.words));
  return refuseUnseen(open, leaving, '请逐处看过：要改的退回修改，确可照原样公开的，在发布时逐处确认。');
}

/** Lets the edition out, whatever review it has passed: the checks still stand in its way. */
export function release(loaded: Loaded, edition: Edition, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const before = refuseReviewedBefore(document, edition) ?? refuseClosedColumn(document, loaded.columns);
  if (before) return before;
  const issues = readiness(document, edition, scene, loaded.words);
  const refusal = refuseUnfit(issues) ?? refuseOwnClearing(loaded, edition, scene);
  if (refusal) return refusal;
  const unprintable = refuseUnprintable(documentsPrinted(edition.particulars.issue), printable(loaded));
  if (unprintable) return unprintable;
  const indexNo = document.indexNo ?? numberFor(loaded, scene);
  if (isRefusal(indexNo)) return indexNo;
  const at = scene.at.toISOString();
  const counted = kindOf(document.kind).counted !== undefined;
  const next: Document = {
    ...document,
    state: 'published',
    indexNo,
    live: { ...edition, publishedAt: at },
    draft: null,
    publishedAt: document.publishedAt ?? at,
    publishedOn: document.publishedOn ?? scene.today,
    countedFrom: counted ? (document.countedFrom ?? edition.particulars.writtenOn) : null,
    withdrawal: null,
  };
  return {
    next,
    entry: {
      verb: 'published',
      subject: document.id,
      agencyId: document.agencyId,
      basis: art(26),
      content: { indexNo, n: edition.n, edition: edition.hash, columns: document.columns },
    },
  };
}

function printable({ others }: Loaded): ReadonlySet<string> {
  return new Set([...others].flatMap(([id, state]) => (state === 'published' ? [id] : [])));
}

function numberFor({ numbering }: Loaded, { today }: Scene): string | Refusal {
  if (numbering === null) throw new Error('the store reserves a serial for a first publication');
  return indexNumber(numbering.creditCode, Number(today.slice(0, 4)), numbering.serial);
}
