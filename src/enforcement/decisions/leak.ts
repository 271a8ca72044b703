/** 不收的个人号码 [ENF-17]: numbers that only a person has, in words that everybody reads. Mail addresses and homes are left out where the words are shown. */
import { personalStretches } from '../../review/personal-information.ts';
import { type NumberRules, personalNumbers } from '../../review/personal-numbers.ts';

const PAPER = '出入境证件或者军官证号码';

/** @returns what it is called */
export function leakIn(words: string, rules?: NumberRules): string | undefined {
  return personalNumbers(words, rules)[0]?.term ?? (personalStretches(words, [PAPER]).length > 0 ? PAPER : undefined);
}
