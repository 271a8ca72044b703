/** 整站导出: how many pages a second the whole portal is written to files, and again when nothing has changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExportFolder } from '../src/main/site/export-folder.ts';
import { type ExportedSite, exportSite } from '../src/main/site/export-site.ts';
import type { Db } from '../src/platform/database.ts';
import { isRefusal } from '../src/statute/refusal.ts';
import { withDatabase } from './bench-database.ts';
import { generateDocuments } from './generate-documents.ts';
import { atLeast, type Measured } from './measured.ts';
import { freshPortal } from './portal-pages.ts';
import { machineLoad } from './processes.ts';

const DOCUMENTS = Number(process.env.BENCH_EXPORTED ?? 10_000);
/** A hundred thousand documents within a quarter of an hour. */
const PAGES_A_SECOND = 120;

export async function measureExport(): Promise<readonly Measured[]> {
  const path = mkdtempSync(join(tmpdir(), 'gongkai-bench-site-'));
  try {
    return await withDatabase(async (db) => {
      await generateDocuments(db, DOCUMENTS);
      const [first, firstSeconds] = await timed(db, path);
      const [again, againSeconds] = await timed(db, path);
      if (again.written + again.removed > 0) throw new Error(`${again.written} files were written again`);
      const memory = Math.round(process.memoryUsage().rss / 1_048_576);
      console.log(`\n${DOCUMENTS} 份文件，程序内存 ${memory} MB，机器负载 ${machineLoad()}`);
      return [
        atLeast('整站导出', first.pages / firstSeconds, PAGES_A_SECOND, ' 页/秒', `${first.pages} 页`),
        atLeast('再导出一次，没有变', again.pages / againSeconds, PAGES_A_SECOND, ' 页/秒', '一个文件也不重写'),
      ];
    });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

async function timed(db: Db, path: string): Promise<[ExportedSite, number]> {
  const since = performance.now();
  const folder = openExportFolder(path);
  if (isRefusal(folder)) throw new Error(folder.says);
  const app = freshPortal(db, { plainPages: true });
  const done = await exportSite(app, { folder, server: 'https://www.example.gov.cn', onProgress: () => {} });
  if (isRefusal(done)) throw new Error(done.says);
  return [done, (performance.now() - since) / 1_000];
}
