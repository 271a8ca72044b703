/**
 * 以所见为准 [SEC-8], for reports: two people may write at one text, and who signs must sign what he has read. If the report has moved on
 * since it was shown, nothing is done; asked under its lock. Who freezes keeps the figures he saw, who lets errors pass the errors he saw.
 */
import { createHash } from 'node:crypto';
import type { AnnualReport, ReportCommand } from '../../annual-report/annual-report.ts';
import { asOfNow, type LoadedReport } from '../../annual-report/decide.ts';
import { reportStairs } from '../../annual-report/store/stairs.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, refuse } from '../../statute/refusal.ts';

/** The report that was written, and with it what the records made of it at that moment. */
export function seenOf(
  report: AnnualReport | null,
  year: LoadedReport['year'],
  errors: LoadedReport['errors'],
): string {
  return `${seenText(report)}.${seenRecords(report, year, errors)}`;
}

/** Of version, state, text and frozen figures. */
function seenText(report: AnnualReport | null): string {
  const { version, state, narrative, frozen } = report ?? {};
  return digest([version, state, narrative, frozen]);
}

/** Of the figures that a freeze would keep, and of what contradicts itself. */
function seenRecords(report: AnnualReport | null, year: LoadedReport['year'], errors: LoadedReport['errors']): string {
  const figures = report?.state === 'draft' && year ? asOfNow(report, year) : null;
  return digest([figures, errors.map(({ code, says }) => [code, says])]);
}

function digest(shown: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** Verbs that keep what the records were when they were read. */
const KEEPS_RECORDS: readonly ReportCommand['verb'][] = ['freeze', 'letPass'];

/** @param seen what the officer saw; undefined for acts that only the state decides on */
export function reportOnScreen(seen: string | undefined): typeof reportStairs {
  return {
    ...reportStairs,
    async load(tx, command, scene) {
      const loaded = await reportStairs.load(tx, command, scene);
      if (isRefusal(loaded) || seen === undefined) return loaded;
      const [text, records] = seen.split('.');
      if (text !== seenText(loaded.report)) return STALE;
      if (!KEEPS_RECORDS.includes(command.verb)) return loaded;
      return records === seenRecords(loaded.report, loaded.year, loaded.errors) ? loaded : RECORDS_MOVED;
    },
  };
}

const STALE = refuse(
  'STALE',
  art(50),
  '你打开这个页面以后，别人改动了这份报告。这一步没有办理；请先把自己写的另存一份，刷新页面，看过再定。',
);

const RECORDS_MOVED = refuse(
  'STALE',
  art(50),
  '你打开这个页面以后，记录有变动，表里的数或者核对结果和你看到的不同了。这一步没有办理；请刷新页面，看过再定。',
);
