/** The way to a column, and what the head tags of its pages say. */
import { type Column, type ColumnKey, UPDATE_RULES, withAncestors } from '../publications/columns.ts';
import type { Crumb } from './components/crumbs.tsx';
import type { ColumnTags } from './components/head-tags.tsx';

/** The columns above a column and itself, the last without a link. */
export function columnCrumbs(key: ColumnKey, tree: ReadonlyMap<ColumnKey, Column>, asLink = false): Crumb[] {
  const keys = withAncestors([key]).filter((step) => tree.has(step));
  return keys.map((step, at) => ({
    name: tree.get(step)!.name,
    ...(asLink || at < keys.length - 1 ? { path: `/columns/${step}` } : {}),
  }));
}

export function columnTags({ name, basis, key, updateRule }: Column): ColumnTags {
  return {
    name,
    description: `${name}。公开依据：${basis}；${UPDATE_RULES[updateRule].term}。`,
    keywords: [name, '政府信息公开'],
    types: key.startsWith('catalogue') ? ['信息公开', name] : [name],
  };
}
