/** 栏目 to choose from, in the order of the tree. */
import type { Column, ColumnKey } from '../../publications/columns.ts';
import type { PublicationWords } from '../contract.ts';

export function columnChoices(columns: ReadonlyMap<ColumnKey, Column>): PublicationWords['columns'] {
  return [...columns.values()].map(({ key, name }) => ({ name: key, term: name, depth: key.split('.').length - 1 }));
}
