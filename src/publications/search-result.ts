/** 检索结果: what was found, how much, and by whom, when and of what kind it is. */
import type { AgencyId } from '../people/agency.ts';
import type { DocumentId } from './document.ts';
import type { DocumentKindName } from './document-kinds.ts';
import type { Piece } from './mark-hits.ts';
import type { PublicLine } from './public-view.ts';

export interface SearchHit {
  readonly line: PublicLine;
  readonly title: readonly Piece[];
  readonly passage: readonly Piece[];
  /** Its 发文字号 or 索引号 is what was typed. */
  readonly exact: boolean;
}

export interface Facets {
  readonly agencies: readonly FacetCount<AgencyId>[];
  readonly years: readonly FacetCount<number>[];
  readonly kinds: readonly FacetCount<DocumentKindName>[];
}

export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** null: more than 1,000, shown newest first, not counted. */
  readonly total: number | null;
  /** null with more than 1,000: narrowing down comes before counting. */
  readonly facets: Facets | null;
  /** What was looked for, folded; empty when the query held no letter and no figure. */
  readonly terms: readonly string[];
}

/** One found document, as far as order and facets need it. */
export interface FoundRow {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly year: number;
}

export function facetsOf(found: readonly FoundRow[]): Facets {
  return {
    agencies: countBy(found, ({ agencyId }) => agencyId),
    years: countBy(found, ({ year }) => year),
    kinds: countBy(found, ({ kind }) => kind),
  };
}

/** Most frequent first. */
function countBy<Value>(found: readonly FoundRow[], of: (row: FoundRow) => Value): FacetCount<Value>[] {
  const counts = new Map<Value, number>();
  for (const row of found) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
