/**
 * 检索与列表的速度: search p95 < 50 ms, uncached list page p95 < 30 ms at 100,000 documents, recall of names and two-character words 1.0.
 * Needs a database filled by `generate-documents.ts`.
 */
import { sql } from 'kysely';
import type { Db } from '../src/platform/database.ts';
import { fold } from '../src/publications/chinese-folding.ts';
import { latestIn } from '../src/publications/store/lists.ts';
import { publicDocument } from '../src/publications/store/public-document.ts';
import { search } from '../src/publications/store/search.ts';
import { civil } from '../src/statute/civil-date.ts';
import type { GeneratedDocuments } from './generate-documents.ts';
import { randomFrom } from './invent-text.ts';

export interface PublicationTimes {
  readonly [measured: string]: { readonly p50: number; readonly p95: number; readonly worst: string };
}

const TODAY = civil('2026-01-05');
const WORDS =
  '政府 工作 项目建设 营商环境 马铃薯 乡村振兴 义务教育招生 就业补贴 土地 种子化肥 疫苗接种 医院药品 养老服务 危房改造 县 水 招标采购 预算 行政处罚 光伏 全县各乡镇 有关部门 普法规划 疫病防控 推进项目 整改督查 宅基地 学费 公证 移民搬迁 巡察 奶牛 胡麻 电商物流 组织开展工作 加强管理'.split(
    ' ',
  );

export async function measurePublications(db: Db, { names }: GeneratedDocuments): Promise<PublicationTimes> {
  const random = randomFrom(7);
  const people = Array.from({ length: 60 }, () => random.pick([...names.keys()]));
  const combined = WORDS.map((word, i) => `${word} ${WORDS[(i * 7 + 3) % WORDS.length]}`);
  const find = (typed: string, page: number) => () => search(db, typed, {}, { number: page, size: 20 }, TODAY);
  const columns = ['news', 'news.headlines', 'news.departments', 'catalogue', 'catalogue.policy'];
  const list = (key: string, page: number) => () => latestIn(db, key, { number: page, size: 20 }, TODAY);
  return {
    'search, names': await times(people.map((name) => [name, find(name, 1)])),
    'search, words': await times(WORDS.map((word) => [word, find(word, 1)])),
    'search, two words': await times(combined.map((typed) => [typed, find(typed, 1)])),
    'search, all': await times([...people, ...WORDS, ...combined].map((typed) => [typed, find(typed, 1)])),
    'search, page 5': await times(WORDS.map((word) => [word, find(word, 5)])),
    'search, one year': await times(
      WORDS.map((word) => [word, () => search(db, word, { year: 2020 }, { number: 1, size: 20 }, TODAY)]),
    ),
    'list, page 1': await times(columns.map((key) => [key, list(key, 1)])),
    'list, page 500': await times(columns.map((key) => [key, list(key, 500)])),
    document: await times(
      Array.from({ length: 50 }, (_, i) => {
        const id = `doc-${String(i * 997).padStart(7, '0')}`;
        return [id, () => publicDocument(db, id, TODAY)];
      }),
    ),
  };
}

/** @returns the share of documents holding a name or a two-character word that a search for it finds; 1 is all */
export async function measureRecall(db: Db, { names }: GeneratedDocuments): Promise<number> {
  const random = randomFrom(11);
  const wanted = [...Array.from({ length: 40 }, () => random.pick([...names.keys()])), '公证', '奶牛', '殡葬', '计量'];
  let [held, found] = [0, 0];
  for (const typed of wanted) {
    const { n } = await db
      .selectFrom('search')
      .select((q) => q.fn.countAll<number>().as('n'))
      .where(sql<boolean>`position(${fold(typed)} in folded) > 0`)
      .executeTakeFirstOrThrow();
    const { total } = await search(db, typed, {}, { number: 1, size: 1 }, TODAY);
    held += n;
    found += total ?? n;
  }
  return found / held;
}

const ROUNDS = 5;

async function times(runs: readonly (readonly [name: string, run: () => Promise<unknown>])[]) {
  for (const [, run] of runs) await run();
  const taken: { name: string; ms: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of runs) {
      const from = performance.now();
      await run();
      taken.push({ name, ms: performance.now() - from });
    }
  }
  taken.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => Math.round(taken[Math.floor((taken.length - 1) * share)]!.ms * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), worst: `${taken.at(-1)!.name} ${at(1)} ms` };
}
