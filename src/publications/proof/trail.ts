/**
 * 经过 [PUB-95]: the lines of the ledger about one edition, from its draft until it was taken away: what was done, when, by whom, on which text. What
 * reviewers said stays in the house, and so does whatever concerns a text the public has not read.
 */
import { canonical, type LedgerEntry, sm3 } from '../../ledger/entry.ts';
import type { ColumnKey } from '../columns.ts';
import type { Document } from '../document.ts';
import type { EditionMark } from '../review/edition-mark.ts';
import type { PublicPeriod } from './public-period.ts';

export interface TrailLine {
  readonly entry: LedgerEntry;
  /** The mark the line speaks of; null where it is none. */
  readonly mark: EditionMark | null;
  /** SM3 of the edition it was done on; null where it concerns none, or a text that was changed afterwards: those are kept nowhere. */
  readonly edition: string | null;
}

/** What changes how the public finds or reads it, whoever works on another edition meanwhile. */
const OUTWARD: readonly string[] = ['published', 'releasedUrgently', 'withdrawn', 'repealed', 'expired', 'placed'];

/**
 * @param before the edition that was public before it, where there was one
 * @param columns where it stood when it was let out
 */
export function trailOf(
  entries: readonly LedgerEntry[],
  { edition, release, end }: PublicPeriod,
  before: PublicPeriod | undefined,
  { marks, kind }: Pick<Document, 'marks' | 'kind'>,
  columns: readonly ColumnKey[],
): TrailLine[] {
  const saved = [
    { n: edition.n, edition: edition.hash },
    { kind, columns, edition: edition.hash },
  ].map((content) => sm3(canonical(content)));
  const since = before?.release.seq ?? 0;
  const until = end?.seq ?? Number.POSITIVE_INFINITY;
  return entries
    .filter(({ seq, verb }) => seq > since && seq <= until && verb !== 'proofTaken')
    .map((entry): TrailLine => {
      const mark = marks.find((one) => one.at === entry.at && digestOf(one) === entry.contentHash) ?? null;
      return { entry, mark, edition: mark?.edition ?? (saved.includes(entry.contentHash) ? edition.hash : null) };
    })
    .map((line) => (line.entry.seq === release.seq ? { ...line, edition: edition.hash } : line))
    .filter(
      ({ entry, edition: on }) => entry.seq <= release.seq || OUTWARD.includes(entry.verb) || on === edition.hash,
    );
}

function digestOf({ n, by, at, ...mark }: EditionMark): string {
  return sm3(canonical(mark));
}

/** Of the lines of the ledger, what each was. */
export const TRAIL_TERMS: Readonly<Record<string, string>> = {
  drafted: '起草',
  revised: '修改',
  placed: '调整栏目',
  submitted: '送审',
  stepPassed: '审校通过',
  stepReturned: '退回',
  returnAnswered: '说明后再审',
  findingCleared: '判定保留',
  releaseScheduled: '定时发布',
  releaseUnscheduled: '取消定时',
  releaseMissed: '到时没有发布',
  published: '发布',
  releasedUrgently: '紧急发布',
  withdrawn: '撤回',
  repealed: '废止或者宣布失效',
  expired: '登记失效',
  openedWithBalance: '结转登记',
};
