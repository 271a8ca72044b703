/** 行政复议、行政诉讼分别为7件、2件: names first, numbers after; each number gets its own name back. */
import type { CountedThing } from './counted-thing.ts';

const RESPECTIVELY = /^(.*?)(?:案件|申请)?分别(?:为|是|有|发生|收到|办理|达到?)?$/;

/** 发布信息2680条，动态、目录分别为1400条、1280条 divides what stands before it as 其中 does; whether all are named is not said. */
const NAMES_FIRST = { word: '分别为', exhaustive: false } as const;
const ANOTHER_MATTER = /复议|诉讼|增|减|比/;

/** @param asParts whether the numbers are to be read as parts of the one before them */
export function labelledItems(items: readonly CountedThing[], asParts = false): CountedThing[] {
  const labelled = [...items];
  for (const [at, item] of items.entries()) {
    const names = RESPECTIVELY.exec(item.lead)?.[1]
      ?.split(/[、和及与]|以及/)
      .filter((name) => name !== '');
    if (!names || names.length < 2) continue;
    const run = items.slice(at, at + names.length);
    if (run.length < names.length || run.slice(1).some(({ lead, rank }) => lead !== '' || rank > 2)) continue;
    const marker = asParts && !ANOTHER_MATTER.test(item.lead) && item.rank < 3 ? NAMES_FIRST : undefined;
    for (const [i, each] of run.entries())
      labelled[at + i] = { ...each, lead: names[i] ?? '', ...(marker && i === 0 ? { marker } : {}) };
  }
  return labelled;
}
