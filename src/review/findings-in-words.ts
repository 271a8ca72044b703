/** 逐字检查: people and wrong words in a text that is to leave, wherever it stands. */
import type { Finding } from './finding.ts';
import { personalInformation } from './personal-information.ts';
import { SHIPPED_WORDS } from './shipped-words.ts';
import { wordFinder } from './wording.ts';

const shippedWords = wordFinder(SHIPPED_WORDS);

/** @param text plain words, a line for each block; @param where of the findings: the field they stand in */
export function findingsInWords(text: string, where: string): Finding[] {
  return [...personalInformation(text, where), ...shippedWords(text, where)];
}
