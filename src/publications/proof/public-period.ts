/**
 * 公开的起止 PublicPeriod [PUB-95]: from when to when an edition stood at its address, told by the ledger and by nothing that could be typed. It ends
 * with the next edition or with the withdrawal; what came back did so as another edition.
 */
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { Edition } from '../edition.ts';

export interface PublicPeriod<Of = Edition> {
  readonly edition: Of;
  /** The line that let it out, and the one that took it away; null while it is public. */
  readonly release: LedgerEntry;
  readonly end: LedgerEntry | null;
}

type Dated = Pick<Edition, 'n' | 'publishedAt'>;

const RELEASES: readonly string[] = ['published', 'releasedUrgently', 'openedWithBalance'];

/** @param entries of the document, oldest first @returns of every edition that was public, in their order */
export function publicPeriods<Of extends Dated>(
  entries: readonly LedgerEntry[],
  editions: readonly Of[],
): PublicPeriod<Of>[] {
  const ends = (after: LedgerEntry) =>
    entries.find(({ seq, verb }) => seq > after.seq && (verb === 'withdrawn' || RELEASES.includes(verb))) ?? null;
  return [...editions]
    .sort((a, b) => a.n - b.n)
    .flatMap((edition): PublicPeriod<Of>[] => {
      const release = entries.find((entry) => letsOut(entry, edition));
      return release ? [{ edition, release, end: ends(release) }] : [];
    });
}

/** What was taken over bears the former site's day; it came here with its line. */
function letsOut({ verb, at }: LedgerEntry, { n, publishedAt }: Dated): boolean {
  if (publishedAt === null || !RELEASES.includes(verb)) return false;
  return verb === 'openedWithBalance' ? n === 1 : at === publishedAt;
}
