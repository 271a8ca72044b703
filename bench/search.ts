/** 检索: search and lists at 100,000 documents, with the share of what is there that is found. */
import { withDatabase } from './bench-database.ts';
import { generateDocuments } from './generate-documents.ts';
import { atLeast, atMost, type Measured } from './measured.ts';
import { TODAY } from './portal-pages.ts';
import { machineLoad } from './processes.ts';
import { measurePublications } from './publications.ts';
import { measureRecall } from './recall.ts';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 100_000);

export async function measureSearch(): Promise<readonly Measured[]> {
  return withDatabase(async (db) => {
    const generated = await generateDocuments(db, DOCUMENTS);
    const recall = await measureRecall(db, [...generated.names.keys()], TODAY);
    const { search, names, fifthPage, document, searchPages, listPages } = await measurePublications(db, generated);
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(`\n${DOCUMENTS} 份文件，程序内存 ${memory} MB，机器负载 ${machineLoad()}`);
    return [
      atMost('检索 p95', search.p95, 50, ' ms', `最慢 ${search.worst}`),
      atMost('检索人名 p95', names.p95, 50, ' ms', `最慢 ${names.worst}`),
      atMost('检索第 5 页 p95', fifthPage.p95, 50, ' ms', `最慢 ${fifthPage.worst}`),
      atMost('检索页面 p95（整页，不经缓存）', searchPages.p95, 50, ' ms', `最慢 ${searchPages.worst}`),
      atMost('栏目列表页面 p95（整页，不经缓存）', listPages.p95, 30, ' ms', `最慢 ${listPages.worst}`),
      atMost('文件页取数 p95（不经缓存）', document.p95, 30, ' ms', `最慢 ${document.worst}`),
      atLeast(`召回率（${recall.asked} 个二至四字的片段和人名）`, recall.share, 1, '', recall.worst),
    ];
  });
}
