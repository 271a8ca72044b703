/** 页面名: what a changed page is called in the cache. The rooms say what changed; pages say what they show; names meet. */
import type { ChangedPage } from '../publications/changed-pages.ts';

export function keyOf(changed: ChangedPage): string {
  switch (changed.page) {
    case 'document':
      return `document:${changed.id}`;
    case 'column':
      return `column:${changed.key}`;
    case 'agency':
      return `agency:${changed.id}`;
    default:
      return changed.page;
  }
}

/** Shown by every page of the register of decisions; the day turns the cache, so a period that is over needs no name of its own. */
export const DECISIONS = 'decisions';
/** Shown by the pages of annual reports; made stale by publishing one. */
export const ANNUAL_REPORTS = 'annual-reports';
/** Shown where agencies are named or reached; made stale by a change of the tree of agencies. */
export const AGENCIES = 'agencies';
/** Shown by the pages of what other installations delivered. */
export const SHARED = 'shared';
/** Shown by the list of interviews and by each of them: what the notice says and where it stands. */
export const INTERVIEWS = 'interviews';
/** Shown by one interview: what was said in it. */
export const interviewKey = (id: string) => `interview:${id}`;
/** Shown by the list of consultations and by each of them; what people send in shows nowhere before the result. */
export const CONSULTATIONS = 'consultations';
