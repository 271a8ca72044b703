/** 置顶答案 PinnedAnswer [PRT-91]: who searches for exactly these words sees this document first. 《条例》第二十四条. */
import type { AgencyId } from '../../people/agency.ts';
import { fold } from '../../review/chinese-folding.ts';
import type { DocumentId } from '../document.ts';

export interface PinnedAnswer {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly words: readonly string[];
  readonly documentId: DocumentId;
  readonly pinnedBy: string;
  readonly pinnedAt: Date;
  readonly unpinned: { readonly by: string; readonly at: Date } | null;
}

export const MOST_WORDS = 20;
export const LONGEST_WORDS = 30;

/** The form in which words and searches meet: no spaces, half width, simplified, small letters. */
export function foldedQuery(query: string): string {
  return fold(query).replace(/[\s\p{P}]/gu, '');
}
