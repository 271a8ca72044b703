/** 检索与列表的速度, of the store and of whole pages. Needs a database filled by `generate-documents.ts`. */
import type { Db } from '../src/platform/database.ts';
import { publicDocument } from '../src/publications/store/public-document.ts';
import { search } from '../src/publications/store/search.ts';
import type { GeneratedDocuments } from './generate-documents.ts';
import { randomFrom } from './invent-text.ts';
import { freshPortal, type PageTimes, pageTimes, summed, type Timed, TODAY } from './portal-pages.ts';

const WORDS =
  '政府 工作 项目建设 营商环境 马铃薯 乡村振兴 义务教育招生 就业补贴 土地 种子化肥 疫苗接种 医院药品 养老服务 危房改造 县 水 招标采购 预算 行政处罚 光伏 全县各乡镇 有关部门 普法规划 疫病防控 推进项目 整改督查 宅基地 学费 公证 移民搬迁 巡察 奶牛 胡麻 电商物流 组织开展工作 加强管理'.split(
    ' ',
  );

const COLUMNS = ['news', 'news.headlines', 'news.departments', 'catalogue', 'catalogue.policy'];
/** Of the longest column the last ones lie in the middle. */
const LIST_PAGES = [1, 2, 3, 10, 50, 100, 200, 250];

/** Everything typed, by what it is. */
function typedBy(names: readonly string[]): Readonly<Record<'names' | 'words' | 'twoWords', readonly string[]>> {
  const random = randomFrom(7);
  return {
    names: Array.from({ length: 60 }, () => random.pick(names)),
    words: WORDS,
    twoWords: WORDS.map((word, i) => `${word} ${WORDS[(i * 7 + 3) % WORDS.length]}`),
  };
}

export interface PublicationTimes {
  /** Found in the store, warm: what the database takes. */
  readonly search: PageTimes;
  readonly names: PageTimes;
  readonly fifthPage: PageTimes;
  readonly document: PageTimes;
  /** Whole pages, each address once, nothing kept. */
  readonly searchPages: PageTimes;
  readonly listPages: PageTimes;
}

export async function measurePublications(db: Db, { names, count }: GeneratedDocuments): Promise<PublicationTimes> {
  const typed = typedBy([...names.keys()]);
  const all = Object.values(typed).flat();
  const find = (words: readonly string[], number = 1) =>
    times(words.map((word) => [word, () => search(db, word, {}, { number, size: 20 }, TODAY)]));
  const ids = Array.from({ length: 50 }, (_, i) => `doc-${String((i * 997) % count).padStart(7, '0')}`);
  // Twice, on portals of their own: the program is warm, its cache is empty.
  const lists = COLUMNS.flatMap((key) => LIST_PAGES.map((n) => `/columns/${key}?page=${n}`));
  const searches = all.map((word) => `/search?q=${encodeURIComponent(word)}`);
  await pageTimes(freshPortal(db), lists);
  return {
    search: await find(all),
    names: await find(typed.names),
    fifthPage: await find(WORDS, 5),
    document: await times(ids.map((id) => [id, () => publicDocument(db, id, TODAY)])),
    searchPages: await pageTimes(freshPortal(db), searches),
    listPages: await pageTimes(freshPortal(db), lists),
  };
}

const ROUNDS = 5;

async function times(runs: readonly (readonly [name: string, run: () => Promise<unknown>])[]): Promise<PageTimes> {
  for (const [, run] of runs) await run();
  const taken: Timed[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [what, run] of runs) {
      const since = performance.now();
      await run();
      taken.push({ what, ms: performance.now() - since });
    }
  }
  return summed(taken);
}
