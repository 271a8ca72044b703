/** What a form begins with: the agency where there is but one, else none, for the officer to choose. */
import type { Term } from '../../src/desk/contract.ts';

export function onlyAgency(agencies: readonly Term[]): Term {
  const [first] = agencies;
  return first !== undefined && agencies.length === 1 ? first : { name: '', term: '' };
}
