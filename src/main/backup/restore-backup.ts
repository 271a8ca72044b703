/**
 * 恢复 [OPS-4]: into an empty place and nowhere else. The whole file is checked first; then files, rows and, where it holds them, keys, and a
 * mark that lies there until everything is back, so that a restore that was killed is not taken for an installation.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verifyLedger } from '../../ledger/store.ts';
import { isFault } from '../../ledger/verify.ts';
import { Damaged } from '../../platform/backup/damaged.ts';
import { loadTables } from '../../platform/backup/load-tables.ts';
import { type Manifest, readPartName } from '../../platform/backup/manifest.ts';
import { type ArchiveSource, readArchive } from '../../platform/backup/read-archive.ts';
import { openDatabase } from '../../platform/database.ts';
import type { Shelf } from '../../platform/files/shelf.ts';
import { compareHistory, type Migration, migrate } from '../../platform/migrate.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { FilesBack } from './files-back.ts';

export interface RestorePlace {
  readonly connectionString: string;
  readonly files: Pick<FilesBack, 'keep' | 'inPlace'>;
  readonly keyFile: string;
  readonly migrations: readonly Migration[];
}

const BASIS = '恢复';

/** The database is empty, the manifest is that of this file. @returns why it was not done; then nothing of it is in the tables */
export async function restoreBackup(
  source: ArchiveSource,
  manifest: Manifest,
  place: RestorePlace,
): Promise<{ readonly leftOut: readonly string[] } | Refusal> {
  const { connectionString, files, migrations } = place;
  const before = await migrate(connectionString, migrations.slice(0, manifest.migrations.length));
  if (isRefusal(before)) return before;
  const keys: Buffer[] = [];
  const leftOut = await loadTables(connectionString, manifest, async ({ load }) => {
    const again = await readArchive(source, async (name, content) => {
      const part = readPartName(name);
      if (part === 'keys') keys.push(await allOf(content));
      else if (typeof part !== 'object') return;
      else if ('table' in part) await load(part.table, await allOf(content));
      else await files.keep(part.file, content);
    });
    // Nothing is committed yet: the file may have changed since it was checked.
    if (isRefusal(again)) throw new Damaged(again.says);
    await files.inPlace();
    keepKeys(place, keys[0]);
  });
  const after = await migrate(connectionString, migrations);
  if (isRefusal(after)) return after;
  return (await checkLedger(connectionString, manifest)) ?? { leftOut };
}

/** Before the rows that need them. */
function keepKeys({ keyFile }: RestorePlace, keys: Buffer | undefined): void {
  if (!keys || existsSync(keyFile)) return;
  mkdirSync(dirname(keyFile), { recursive: true });
  writeFileSync(keyFile, keys, { mode: 0o600, flag: 'wx', flush: true });
}

async function checkLedger(connectionString: string, { ledger }: Manifest): Promise<Refusal | undefined> {
  const db = openDatabase({ connectionString, maxConnections: 1 });
  const end = await verifyLedger(db).finally(() => db.destroy());
  if (!isFault(end) && end.seq === ledger.seq && end.hash === ledger.hash) return undefined;
  const found = isFault(end) ? `在第 ${end.seq} 条断开` : `共 ${end.seq} 条，备份时是 ${ledger.seq} 条`;
  return refuse(
    'OPS-4',
    BASIS,
    `数据已经装入，但是留痕${found}：做备份时就已经如此，或者数据库出了错。请不要启用，用另一份备份恢复并查明原因。`,
  );
}

async function allOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** [OPS-7] An older backup is loaded into the tables of its time and upgraded; one of a newer program this one does not understand. */
export function versionUnfit(manifest: Manifest, migrations: readonly Migration[]): Refusal | undefined {
  const unfit = compareHistory(manifest.migrations, migrations);
  if (unfit?.code !== 'DATABASE_IS_NEWER') return unfit;
  const says = `这份备份是更新的程序（${manifest.program}）做的，本版本不认识其中的内容。请用那一版或者更新的程序恢复。`;
  return refuse('OPS-7', '备份的版本', says);
}

/** Why nothing can be restored into this folder; undefined when it is empty enough. */
export function folderInUse(dataFolder: string, ownDatabase: boolean): Refusal | undefined {
  const there = [
    ...(ownDatabase && existsSync(join(dataFolder, 'database')) ? ['database'] : []),
    ...(holdsFiles(join(dataFolder, 'files', 'kept')) ? ['files'] : []),
  ];
  if (there.length === 0) return undefined;
  return refuse(
    'OPS-4',
    BASIS,
    `数据文件夹 ${dataFolder} 里已经有 ${there.join('、')}，没有动它。请用 GONGKAI_DATA 指定一个空文件夹；确实要恢复到这里的，先停止程序，把原来的内容移到别处保存。`,
  );
}

function holdsFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

export const DATABASE_IN_USE = refuse(
  'OPS-4',
  '启动设置 DATABASE_URL',
  'DATABASE_URL 指定的数据库里已经有表，没有动它。请新建一个空数据库（create database 新名字 owner gongkai），把 DATABASE_URL 指向它，再恢复。',
);

/** [OPS-18] Why nothing can be restored into this bucket. */
export async function bucketInUse(shelf: Pick<Shelf, 'list' | 'where'>): Promise<Refusal | undefined> {
  for await (const _ of shelf.list())
    return refuse(
      'OPS-4',
      '启动设置 GONGKAI_BUCKET',
      `存储桶 ${shelf.where} 里已经有附件，没有动它。请在 GONGKAI_BUCKET 里换一个前缀；恢复演练不要用正在使用的存储桶，去掉 GONGKAI_BUCKET 就恢复到文件夹。`,
    );
  return undefined;
}
