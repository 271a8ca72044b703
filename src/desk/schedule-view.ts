/** 定时发布 as the page tells it: when, on whose word; and once the moment has passed, why it did not go out. */
import type { House } from '../perform.ts';
import type { Document } from '../publications/document.ts';
import { readiness, refuseUnfit } from '../publications/readiness.ts';
import type { Chains } from '../publications/review/chains.ts';
import { lostRelease, scheduledRelease } from '../publications/review/schedule.ts';
import { refuseUnreviewed } from '../publications/review/standing.ts';
import type { WordFinder } from '../review/county-words.ts';
import { civilDateAt } from '../statute/civil-date.ts';
import type { PublicationView } from './contract.ts';

export function scheduleView(
  document: Document,
  chains: Chains,
  house: House,
  words: WordFinder,
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
    refuseUnfit(readiness(document, draft, { today: civilDateAt(now), calendar: house.calendar() }, words));
  return { from: set.from, by, missed: inTheWay?.says ?? '系统正在处理，请过一两分钟刷新。' };
}

/** 定时作废 [PUB-102]: whose change it was that the release set before no longer holds for. */
export function lostScheduleView(document: Document, nameOf: (by: string) => string): PublicationView['lostSchedule'] {
  const lost = lostRelease(document);
  return lost && { from: lost.from, by: nameOf(lost.by) };
}
