/** 定时发布 [PUB-50]: an approved edition goes out by itself at a moment a publisher has set. The moment stands on the hash: another text has none. */
import type { EditionMark } from './edition-mark.ts';

export interface Release {
  /** ISO 8601. */
  readonly from: string;
  readonly by: string;
}

/** The moment that holds for the edition; null when none was set, or it was taken back. */
export function scheduledRelease(marks: readonly EditionMark[], edition: string): Release | null {
  const last = marks.findLast(
    (mark) => mark.edition === edition && (mark.type === 'scheduled' || mark.type === 'unscheduled'),
  );
  return last?.type === 'scheduled' ? { from: last.from, by: last.by } : null;
}
