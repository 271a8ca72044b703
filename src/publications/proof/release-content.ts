/**
 * 发布的内容 [PUB-95]: the ledger keeps a digest of what an act was about. Here that of a release is made again from what is on record; who holds it against
 * the line sees which edition the line speaks of.
 */
import { canonical, sm3 } from '../../ledger/entry.ts';
import type { ColumnKey } from '../columns.ts';
import type { Document } from '../document.ts';
import type { PublicPeriod } from './public-period.ts';

/** @param columns where it stood when it was let out @returns the text whose SM3 stands in the line; undefined when no record gives it */
export function releaseContent(
  { edition, release }: PublicPeriod,
  { indexNo, publishedOn, countedFrom, marks }: Pick<Document, 'indexNo' | 'publishedOn' | 'countedFrom' | 'marks'>,
  columns: readonly ColumnKey[],
): string | undefined {
  const released = { indexNo, n: edition.n, edition: edition.hash, columns };
  const own = marks.filter((mark) => mark.edition === edition.hash);
  const could: readonly object[] = [
    released,
    ...own.flatMap((mark) => (mark.type === 'scheduled' ? [{ ...released, scheduledBy: mark.by }] : [])),
    ...own.flatMap((mark) =>
      mark.type === 'releasedUrgently' ? [{ type: mark.type, edition: mark.edition, said: mark.said, released }] : [],
    ),
    { indexNo, publishedOn, countedFrom, edition: edition.hash },
  ];
  return could.map(canonical).find((text) => sm3(text) === release.contentHash);
}
