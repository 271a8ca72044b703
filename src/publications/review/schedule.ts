/** 定时发布 [PUB-50]: an approved edition goes out by itself at a moment a publisher has set. The moment stands on the hash: another text has none. */
import type { Document } from '../document.ts';
import type { EditionMark } from './edition-mark.ts';

export interface Release {
  /** ISO 8601. */
  readonly from: string;
  readonly by: string;
}

/** 定时作废 [PUB-102]: what was set for the text before it was changed, and whose change it was; null once anything else was set, or let out. */
export function lostRelease({ marks, draft, live }: Pick<Document, 'marks' | 'draft' | 'live'>): Release | null {
  const last = marks.findLast(({ type }) => type === 'scheduled' || type === 'unscheduled');
  if (draft === null || last?.type !== 'unscheduled' || last.said === '') return null;
  if (live?.publishedAt && live.publishedAt > last.at) return null;
  const set = marks.findLast(({ type, edition }) => type === 'scheduled' && edition === last.edition);
  return set?.type === 'scheduled' ? { from: set.from, by: last.by } : null;
}

/** Whether it is in the record already that the moment that holds has gone by [PUB-110]. */
export function isMissNoted(marks: readonly EditionMark[], edition: string): boolean {
  const on = marks.filter((mark) => mark.edition === edition);
  return on.findLastIndex(({ type }) => type === 'missed') > on.findLastIndex(({ type }) => type === 'scheduled');
}

/** The moment that holds for the edition; null when none was set, or it was taken back. */
export function scheduledRelease(marks: readonly EditionMark[], edition: string): Release | null {
  const last = marks.findLast(
    (mark) => mark.edition === edition && (mark.type === 'scheduled' || mark.type === 'unscheduled'),
  );
  return last?.type === 'scheduled' ? { from: last.from, by: last.by } : null;
}
