/**
 * 县里的词库 CountyWords [REV-22]: the words an agency adds to the shipped ones for itself and all below it, and the phrases in which they are meant
 * otherwise. A list is replaced whole and never changed: what was checked last year can be checked again with the words of last year.
 */
import type { AgencyId } from '../people/agency.ts';
import type { Finding } from './finding.ts';
import { SHIPPED_WORDS } from './shipped-words.ts';
import { slipsIn } from './slips.ts';
import { type WordList, wordFinder } from './wording.ts';

export interface CountyWords extends WordList {
  readonly agencyId: AgencyId;
  /** 1 for the first; an agency's lists are numbered without a gap. */
  readonly version: number;
  /** SM3 of words and allowed phrases. */
  readonly hash: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Finds the words of a list in a text; `where` is the field it stands in. */
export type WordFinder = (text: string, where: string) => Finding[];

/**
 * The shipped words, those of the agencies in line, and slips of the pen [PUB-119]. A word that stands in several lists is taken as the nearest says; every allowed phrase holds.
 * @param lists of the agency and of those above it, the nearest first
 */
export function findersWords(lists: readonly WordList[]): WordFinder {
  const all = [SHIPPED_WORDS, ...[...lists].reverse()];
  const listed = wordFinder({
    words: all.flatMap(({ words }) => words),
    allowed: all.flatMap(({ allowed }) => allowed),
  });
  return (text, where) => [...listed(text, where), ...slipsIn(text, where)];
}

/** What an installation without lists of its own looks for. */
export const shippedFinder: WordFinder = findersWords([]);
