/** Terms of the vocabulary as the choices of a field. */
import type { Term } from '../../src/desk/contract.ts';
import type { Choice } from './choice-field.tsx';

export function choicesOf(terms: readonly Term[]): Choice[] {
  return terms.map(({ name, term }) => ({ value: name, term }));
}
