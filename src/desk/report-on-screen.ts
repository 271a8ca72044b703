/**
 * 以所见为准 [SEC-8], for reports: two people may write at one text, and who signs must sign what he has read. If the report has moved on
 * since it was shown, nothing is done; asked under its lock.
 */
import { createHash } from 'node:crypto';
import type { AnnualReport } from '../annual-report/annual-report.ts';
import { reportStairs } from '../annual-report/store/stairs.ts';
import { art } from '../statute/articles.ts';
import { isRefusal, refuse } from '../statute/refusal.ts';

/** Of version, state, text and frozen figures. */
export function seenOf(report: AnnualReport | null): string {
  const { version, state, narrative, frozen } = report ?? {};
  return createHash('sha256')
    .update(JSON.stringify([version, state, narrative, frozen]))
    .digest('hex');
}

/** @param seen what the officer saw; undefined for acts that only the state decides on */
export function reportOnScreen(seen: string | undefined): typeof reportStairs {
  return {
    ...reportStairs,
    async load(tx, command, scene) {
      const loaded = await reportStairs.load(tx, command, scene);
      return isRefusal(loaded) || seen === undefined || seenOf(loaded.report) === seen ? loaded : STALE;
    },
  };
}

const STALE = refuse(
  'STALE',
  art(50),
  '你打开这个页面以后，别人改动了这份报告。这一步没有办理；请先把自己写的另存一份，刷新页面，看过再定。',
);
