/** 栏目和文章: as many as the order asks for, some with nothing new for too long, some blank. */
import { addDays, addMonths, type CivilDate } from '../../../src/statute/civil-date.ts';
import { type Article, type Column, PER_LIST, type SiteInMaking, type SiteOrder } from './site-in-making.ts';
import { headline } from './words.ts';

export function makeColumns({ pages, today }: SiteOrder, shares: SiteInMaking['shares']): Column[] {
  const sound = Math.max(8, Math.floor(pages / 60));
  const column = (folder: string, n: number, type: string, latest: CivilDate, blank = false): Column => ({
    folder,
    name: `${type}第${n}栏`,
    type,
    latest,
    blank,
    articles: [],
  });
  const types = ['要闻动态', '通知公告', '政策解读', '政策文件'];
  return [
    ...Array.from({ length: sound }, (_, n) => {
      const type = types[n % 4]!;
      // A notice four months old is in time, and so is news of this week.
      return column(`lm${n}`, n, type, type === '要闻动态' ? addDays(today, -(n % 6)) : addMonths(today, -(n % 5)));
    }),
    ...Array.from({ length: shares.staleColumn }, (_, n) =>
      n % 2 === 0
        ? column(`still${n}`, n, '要闻动态', addDays(today, -15 - n))
        : column(`still${n}`, n, '通知公告', addDays(addMonths(today, -6), -1 - n)),
    ),
    ...Array.from({ length: shares.blankColumn }, (_, n) => column(`blank${n}`, n, '政策文件', today, true)),
  ];
}

export function fillColumns(columns: readonly Column[], pages: number, next: () => number): Article[] {
  const full = columns.filter(({ blank }) => !blank);
  const made: Article[] = [];
  // Until home, columns, turned lists and articles together are the number of pages asked for.
  while (1 + columns.length + turnedLists(columns) + made.length < pages) {
    const column = full[made.length % full.length]!;
    const day = addDays(column.latest, -column.articles.length);
    const article = {
      path: `/${column.folder}/t${made.length}.html`,
      title: headline(next, made.length),
      day,
      more: [],
      slow: false,
    };
    column.articles.push(article);
    made.push(article);
  }
  return made;
}

/** Pages of lists behind the first of each column. */
export function turnedLists(columns: readonly Column[]): number {
  return columns.reduce((sum, { articles: listed }) => sum + Math.max(0, Math.ceil(listed.length / PER_LIST) - 1), 0);
}
