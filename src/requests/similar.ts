/**
 * 相似的申请 [REQ-105]: which earlier descriptions are nearest to one, by the pairs of neighbouring characters they share. A pair weighs the more the fewer
 * descriptions hold it, so that 申请公开 and 政府信息 tell nothing and 青石路 tells much.
 */
import { foldedText, gramsOf } from '../publications/search-text.ts';

export interface Described {
  readonly id: string;
  readonly wanted: string;
}

/** Share of its weight that another must hold to be like it. */
const LIKE_ENOUGH = 0.3;

/** @returns ids, the nearest first; of equal ones the one that stands first among the others */
export function mostSimilar(wanted: string, others: readonly Described[], most: number): string[] {
  const own = gramsOf(foldedText(wanted));
  const theirs = others.map(({ id, wanted: text }) => ({ id, grams: gramsOf(foldedText(text)) }));
  const held = new Map<string, number>();
  for (const { grams } of theirs) for (const gram of grams) held.set(gram, (held.get(gram) ?? 0) + 1);
  const weight = (gram: string) => Math.log(1 + (others.length + 1) / ((held.get(gram) ?? 0) + 1));
  const sum = (grams: Iterable<string>) => [...grams].reduce((total, gram) => total + weight(gram), 0);
  const all = sum(own);
  if (all === 0) return [];
  return theirs
    .map(({ id, grams }) => {
      const shared = sum([...own].filter((gram) => grams.has(gram)));
      // Over both, so that a long text which holds a little of everything is not like everything.
      return { id, likeness: (2 * shared) / (all + sum(grams)) };
    })
    .filter(({ likeness }) => likeness >= LIKE_ENOUGH)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ id }) => id);
}
