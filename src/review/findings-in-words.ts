/** 逐字检查: people and wrong words in a text that is to leave, wherever it stands. */
import type { WordFinder } from './county-words.ts';
import type { Finding } from './finding.ts';
import { personalInformation } from './personal-information.ts';

/**
 * @param text plain words, a line for each block; @param where of the findings: the field they stand in
 * @param words finds those in force for the agency
 */
export function findingsInWords(text: string, where: string, words: WordFinder): Finding[] {
  return [...personalInformation(text, where), ...words(text, where)];
}
