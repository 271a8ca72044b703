/** 检索: search and lists at 100,000 documents, with the share of what is there that is found. */
import { withDatabase } from './bench-database.ts';
import { generateDocuments } from './generate-documents.ts';
import { atLeast, atMost, type Measured } from './measured.ts';
import { measurePublications, measureRecall } from './publications.ts';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 100_000);

export async function measureSearch(): Promise<readonly Measured[]> {
  return withDatabase(async (db) => {
    const generated = await generateDocuments(db, DOCUMENTS);
    const times = await measurePublications(db, generated);
    const recall = await measureRecall(db, generated);
    const p95 = (name: string) => times[name]!.p95;
    const slowest = (name: string) => `最慢 ${times[name]!.worst}`;
    return [
      atMost(`检索 p95（${DOCUMENTS} 份文件）`, p95('search, all'), 50, ' ms', slowest('search, all')),
      atMost('检索人名 p95', p95('search, names'), 50, ' ms', slowest('search, names')),
      atMost('检索第 5 页 p95', p95('search, page 5'), 50, ' ms', slowest('search, page 5')),
      atMost('栏目列表 p95（不经缓存）', Math.max(p95('list, page 1'), p95('list, page 500')), 30, ' ms'),
      atMost('文件页取数 p95（不经缓存）', p95('document'), 30, ' ms'),
      atLeast('召回率（人名、两字词）', recall, 1, ''),
    ];
  });
}
