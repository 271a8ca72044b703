/**
 * 可以改用自己用语的文书 [LET-11]: of applications and of 更正申请, each with the fields its wording may name and those it must. A name is one of the two
 * tables' own; no kind of letter stands in both.
 */
import { CORRECTION_LETTERS, type CorrectionLetterName } from '../personal-corrections/letter-kinds.ts';
import { FIELDS } from './fields.ts';
import { LETTER_KINDS, type LetterKindName, letterKind } from './kinds.ts';
import type { AdaptableName } from './letter.ts';

export interface Adaptable {
  readonly term: string;
  readonly basis: string;
  readonly must: readonly string[];
  /** Beside those of identity. */
  readonly fields: readonly string[];
  readonly wording: string;
}

export const ADAPTABLE_NAMES = [...Object.keys(LETTER_KINDS), ...Object.keys(CORRECTION_LETTERS)] as AdaptableName[];

/** Undefined where there is no such kind. */
export function adaptable(name: string): Adaptable | undefined {
  if (Object.hasOwn(LETTER_KINDS, name)) return { ...letterKind(name as LetterKindName), fields: FIELDS };
  return Object.hasOwn(CORRECTION_LETTERS, name) ? CORRECTION_LETTERS[name as CorrectionLetterName] : undefined;
}
