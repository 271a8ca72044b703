/**
 * 页面更新 changedPages: which portal pages show something else once a document was published, changed or withdrawn, so that a
 * cache forgets exactly these.
 */
import type { AgencyId } from '../people/agency.ts';
import { type ColumnKey, withAncestors } from './columns.ts';
import type { DocumentId } from './document.ts';

export type ChangedPage =
  | { readonly page: 'home' }
  | { readonly page: 'search' }
  | { readonly page: 'feed' }
  | { readonly page: 'sitemap' }
  | { readonly page: 'figures' }
  | { readonly page: 'document'; readonly id: DocumentId }
  | { readonly page: 'column'; readonly key: ColumnKey }
  | { readonly page: 'agency'; readonly id: AgencyId };

export interface Touched {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  /** Before and after the act, when it moved the document. */
  readonly columns: readonly ColumnKey[];
  /** Documents related from either end: their pages link here. */
  readonly related: readonly DocumentId[];
  /** Previous and next in a column that is their main one: their pages link here, too. */
  readonly neighbours: readonly DocumentId[];
}

export function changedPages({ id, agencyId, columns, related, neighbours }: Touched): ChangedPage[] {
  const documents = [...new Set([id, ...related, ...neighbours])];
  return [
    { page: 'home' },
    { page: 'search' },
    { page: 'feed' },
    { page: 'sitemap' },
    { page: 'figures' },
    { page: 'agency', id: agencyId },
    ...documents.map((one) => ({ page: 'document', id: one }) as const),
    ...withAncestors(columns).map((key) => ({ page: 'column', key }) as const),
  ];
}
