/** 站点编排 of the county: the home page as its publisher arranged it, what is pinned, one special column that is over, one day of grey. */
import type { Actor } from '../src/people/actor.ts';
import type { HomeBlock } from '../src/publications/site/home-blocks.ts';
import { columnStairs } from '../src/publications/store/columns.ts';
import { latestIn } from '../src/publications/store/lists.ts';
import { siteStairs } from '../src/publications/store/site.ts';
import { civil } from '../src/statute/civil-date.ts';
import { type Act, momentOf, type Stage } from './replay.ts';

const HOME: readonly HomeBlock[] = [
  { block: 'doors' },
  { block: 'newest', column: 'news.headlines' },
  { block: 'newest', column: 'news.notices' },
  { block: 'newest', column: 'catalogue.policy' },
  { block: 'newest', column: 'catalogue.interpretation' },
  { block: 'specials' },
  { block: 'figures' },
  { block: 'tools' },
];

export function siteActs(publisher: Actor): Act[] {
  const act = (day: string, run: Act['run']): Act => ({ at: momentOf(day, 10 * 60), run });
  return [
    act('2024-12-12', async (stage) => {
      const day = civil('2024-12-13');
      const order = { orderedBy: '国务院公告', reason: '南京大屠杀死难者国家公祭日' };
      await stage.perform(siteStairs, publisher, { verb: 'orderGrey', from: day, until: day, ...order });
    }),
    act('2025-01-10', async (stage) => {
      await stage.perform(columnStairs, publisher, { verb: 'closeColumn', key: 'special.flood' });
    }),
    act('2025-02-18', async (stage) => {
      await stage.perform(siteStairs, publisher, { verb: 'arrangeHome', blocks: HOME, seen: 0 });
      const pinned = [
        ['catalogue.policy.normative', ['红头文件', '现行文件']],
        ['catalogue.interpretation', ['政策解读', '一图读懂']],
      ] as const;
      for (const [column, words] of pinned) {
        const documentId = await newestIn(stage, column);
        await stage.perform(siteStairs, publisher, { verb: 'pinAnswer', words, documentId });
      }
    }),
  ];
}

async function newestIn({ tx }: Stage, column: string): Promise<string> {
  const { lines } = await latestIn(tx, column, { number: 1, size: 1 }, civil('2025-02-18'));
  return lines[0]!.id;
}
