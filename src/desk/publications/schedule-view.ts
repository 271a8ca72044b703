/** 定时发布 as the page tells it: when, on whose word; and once the moment has passed, why it did not go out. */
import type { House } from '../../perform.ts';
import { refuseClosedColumn } from '../../publications/closed-column.ts';
import type { Column, ColumnKey } from '../../publications/columns.ts';
import type { Document } from '../../publications/document.ts';
import { readiness, refuseUnfit } from '../../publications/readiness.ts';
import { refuseReviewedBefore } from '../../publications/review/after-withdrawal.ts';
import type { Chains } from '../../publications/review/chains.ts';
import { isMissNoted, lostRelease, scheduledRelease } from '../../publications/review/schedule.ts';
import { refuseUnreviewed } from '../../publications/review/standing.ts';
import type { WordFinder } from '../../review/county-words.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { PublicationView } from '../contract.ts';

export function scheduleView(
  document: Document,
  chains: Chains,
  house: House,
  { words, columns }: { readonly words: WordFinder; readonly columns: ReadonlyMap<ColumnKey, Column> },
  nameOf: (by: string) => string,
): PublicationView['schedule'] {
  const { draft, marks } = document;
  const set = draft && scheduledRelease(marks, draft.hash);
  if (!set) return null;
  const now = house.now();
  const by = nameOf(set.by);
  if (new Date(set.from) > now) return { from: set.from, by, missed: null };
  const inTheWay =
    refuseUnreviewed(chains, marks, draft) ??
    refuseReviewedBefore(document, draft) ??
    refuseClosedColumn(document, columns) ??
    refuseUnfit(readiness(document, draft, { today: civilDateAt(now), calendar: house.calendar() }, words));
  return { from: set.from, by, missed: inTheWay?.says ?? '系统正在处理，请过一两分钟刷新。' };
}

/** What has become of the moment somebody counts on [PUB-110]. */
export const SCHEDULE_STATES = {
  lost: '改了稿件，定时已作废',
  missed: '定时到了，没有发出',
} as const;

/** Null while nothing is set, or it is still to come. */
export function scheduleStanding(document: Document): keyof typeof SCHEDULE_STATES | null {
  const { draft, marks } = document;
  if (draft && scheduledRelease(marks, draft.hash) && isMissNoted(marks, draft.hash)) return 'missed';
  return lostRelease(document) ? 'lost' : null;
}

/** 定时作废 [PUB-102]: whose change it was that the release set before no longer holds for. */
export function lostScheduleView(document: Document, nameOf: (by: string) => string): PublicationView['lostSchedule'] {
  const lost = lostRelease(document);
  return lost && { from: lost.from, by: nameOf(lost.by) };
}
