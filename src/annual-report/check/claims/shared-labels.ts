/** 行政复议、行政诉讼分别为7件、2件: names first, numbers after; each number gets its own name back. */
import type { CountedThing } from './counted-thing.ts';

const RESPECTIVELY = /^(.*?)(?:案件|申请)?分别(?:为|是|有|发生|收到|办理|达到?)?$/;

export function labelledItems(items: readonly CountedThing[]): CountedThing[] {
  const labelled = [...items];
  for (const [at, item] of items.entries()) {
    const names = RESPECTIVELY.exec(item.lead)?.[1]
      ?.split(/[、和及与]|以及/)
      .filter((name) => name !== '');
    if (!names || names.length < 2) continue;
    const run = items.slice(at, at + names.length);
    if (run.length < names.length || run.slice(1).some(({ lead, rank }) => lead !== '' || rank > 2)) continue;
    for (const [i, each] of run.entries()) labelled[at + i] = { ...each, lead: names[i] ?? '' };
  }
  return labelled;
}
