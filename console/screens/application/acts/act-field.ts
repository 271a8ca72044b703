/** One thing a form of an act asks, and what its choices are taken from. */
import type { RequestFileView, Vocabulary } from '../../../../src/desk/contract.ts';
import type { Choice } from '../../../components/choice-field.tsx';

export interface ActField {
  readonly name: string;
  readonly term: string;
  readonly hint?: string;
  readonly optional?: true;
  readonly kind: 'text' | 'long' | 'day' | 'count' | 'choice';
  /** Of a count. */
  readonly unit?: string;
  readonly initial?: string;
  /** What stands there at first follows from the file. */
  readonly initialOf?: (stage: Stage) => string;
  /** Of a choice. */
  readonly choices?: (stage: Stage) => readonly Choice[];
  /** The choice stands for a number. */
  readonly numbered?: true;
  /** The choice stands for yes or no. */
  readonly yesNo?: true;
  /** The day may lie ahead. */
  readonly ahead?: true;
  /** Asked only when what stands on the form calls for it. */
  readonly when?: (values: Readonly<Record<string, string>>) => boolean;
}

/** What the choices are taken from. */
export interface Stage {
  readonly file: RequestFileView;
  readonly words: Vocabulary;
}
