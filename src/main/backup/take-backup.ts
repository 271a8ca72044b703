/** 做一份备份 [OPS-1]: the snapshot, the files it names and, on request, the keys, in one archive that was read once more before it counts. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerHead } from '../../ledger/store.ts';
import { type LinkedFiles, linkFiles } from '../../platform/backup/linked-files.ts';
import { filePart, KEYS, type Manifest } from '../../platform/backup/manifest.ts';
import { readArchive } from '../../platform/backup/read-archive.ts';
import { type Snapshot, withSnapshot } from '../../platform/backup/snapshot.ts';
import { type ArchiveWriter, writeArchive } from '../../platform/backup/write-archive.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { idsOfNamedFiles } from '../file-rows.ts';
import { keysInUse } from '../keys/key-places.ts';
import { backupName } from './backup-name.ts';

export interface BackupWish {
  readonly connectionString: string;
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly program: string;
  /** The folder it goes to. */
  readonly to: string;
  readonly passphrase?: string | undefined;
  readonly withKeys: boolean;
}

export interface TakenBackup {
  readonly path: string;
  readonly manifest: Manifest;
}

export async function takeBackup(wish: BackupWish): Promise<TakenBackup | Refusal> {
  const { to, passphrase } = wish;
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    return await withCompleteSnapshot(wish, async (snapshot, files, missing) => {
      const path = join(to, backupName(snapshot.takenAt, passphrase !== undefined));
      const target = { path, passphrase, at: snapshot.takenAt };
      const fill = (writer: ArchiveWriter) => fillArchive(wish, { snapshot, files, missing }, writer);
      const manifest = await writeArchive(target, fill, (draft) => readBack(draft, passphrase));
      return { path, manifest };
    });
  } catch (error) {
    if (error instanceof NotReadBack) return refuse('BACKUP_NOT_WRITTEN', '备份', READ_BACK);
    const { code, path = to, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = WHY[code] ?? `不能继续（${message}）`;
    return refuse('BACKUP_NOT_WRITTEN', '备份', `备份没有做成：${path} ${why}。原来的备份没有动。`);
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: '所在的磁盘已满',
  EDQUOT: '超出了磁盘配额',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '所在的磁盘是只读的',
  ENOTDIR: '不是文件夹',
  EEXIST: '已经存在，并且不是文件夹',
  EIO: '所在的磁盘读写出错',
};

/** A disk that keeps something else than what was written. */
class NotReadBack extends Error {}

const READ_BACK = '备份没有做成：写进去的读回来不一样，存放备份的磁盘可能有故障。请换一块磁盘再做，并检查这一块。';

async function readBack(draft: string, passphrase: string | undefined): Promise<void> {
  const read = await readArchive({ path: draft, passphrase });
  if (isRefusal(read)) throw new NotReadBack(read.says);
}

type Ground = { readonly snapshot: Snapshot; readonly files: LinkedFiles; readonly missing: readonly string[] };

const TRIES = 3;

/**
 * A snapshot and the files it names. A file that was erased between the two is missing; then the snapshot is taken anew, since the next one does
 * not name it any more. One that stays missing was lost before: the backup is made without it and says so.
 */
async function withCompleteSnapshot<T>(
  { connectionString, dataFolder }: BackupWish,
  work: (snapshot: Snapshot, files: LinkedFiles, missing: readonly string[]) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await withSnapshot(connectionString, async (snapshot) => {
      const files = await linkFiles(join(dataFolder, 'files'));
      try {
        const missing = new Set(await idsOfNamedFiles(snapshot.db));
        for await (const id of files.ids()) missing.delete(id);
        if (missing.size > 0 && attempt < TRIES) return undefined;
        return { result: await work(snapshot, files, [...missing].sort()) };
      } finally {
        await files.remove();
      }
    });
    if (done) return done.result;
  }
}

async function fillArchive(
  { keyFile, program, withKeys }: BackupWish,
  { snapshot, files, missing }: Ground,
  writer: ArchiveWriter,
): Promise<Omit<Manifest, 'parts'>> {
  const tables = await snapshot.copyTables(writer);
  let [count, bytes] = [0, 0];
  for await (const id of files.ids()) {
    bytes += await writer.addFile(filePart(id), files.pathOf(id));
    count += 1;
  }
  if (withKeys) await writer.add(KEYS, readFileSync(keyFile));
  const uses = await keysInUse(snapshot.db, files.folder);
  return {
    format: 1,
    program,
    takenAt: snapshot.takenAt.toISOString(),
    migrations: snapshot.migrations,
    tables,
    sequences: snapshot.sequences,
    files: { count, bytes, missing },
    ledger: await ledgerHead(snapshot.db),
    keys: [...new Set(uses.flatMap(({ counts }) => [...counts.keys()]))].sort(),
    withKeys,
  };
}
