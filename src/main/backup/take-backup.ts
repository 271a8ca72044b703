/** 做一份备份 [OPS-1]: the snapshot, the files it names and, on request, the keys, in one archive that was read once more before it counts. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerHead } from '../../ledger/store.ts';
import { filePart, KEYS, type Manifest } from '../../platform/backup/manifest.ts';
import { readArchive } from '../../platform/backup/read-archive.ts';
import { type Snapshot, withSnapshot } from '../../platform/backup/snapshot.ts';
import { type ArchiveWriter, writeArchive } from '../../platform/backup/write-archive.ts';
import { KEY_AT_THE_FRONT, keyAtTheFront } from '../../platform/files/sealed-file.ts';
import type { HeldShelf, Shelf } from '../../platform/files/shelf.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { idsOfNamedFiles } from '../file-rows.ts';
import { keysInDatabase } from '../keys/key-places.ts';
import { backupName } from './backup-name.ts';

export interface BackupWish {
  readonly connectionString: string;
  readonly shelf: Shelf;
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
    return await withCompleteSnapshot(wish, async (ground) => {
      const at = ground.snapshot.takenAt;
      const path = join(to, backupName(at, passphrase !== undefined));
      const target = { path, passphrase, at };
      const fill = (writer: ArchiveWriter) => fillArchive(wish, ground, writer);
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

interface Ground {
  readonly snapshot: Snapshot;
  readonly files: HeldShelf;
  readonly named: ReadonlySet<string>;
  /** Grows by what is gone when it is to be read. */
  readonly missing: Set<string>;
  /** Nobody begins anew. */
  readonly isLast: boolean;
}

const TRIES = 3;

/** [OPS-18] A file that the snapshot names was erased before it could be read. */
class ErasedMeanwhile extends Error {}

/**
 * A snapshot and the files it names. A file that was erased between the two is missing, or is gone when it is to be read where no second name could
 * be given to it; then the snapshot is taken anew, since the next one does not name it any more. One that stays missing was lost before: the
 * backup is made without it and says so.
 */
async function withCompleteSnapshot<T>(
  { connectionString, shelf }: BackupWish,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === TRIES;
    const done = await withSnapshot(connectionString, async (snapshot) => {
      const files = await shelf.hold();
      try {
        const named = await idsOfNamedFiles(snapshot.db);
        const missing = new Set(named);
        for await (const { id } of files.list()) missing.delete(id);
        if (missing.size > 0 && !isLast) return undefined;
        return { result: await work({ snapshot, files, named, missing, isLast }) };
      } catch (error) {
        if (!(error instanceof ErasedMeanwhile)) throw error;
        return undefined;
      } finally {
        await files.release();
      }
    });
    if (done) return done.result;
  }
}

async function fillArchive(
  { keyFile, program, withKeys }: BackupWish,
  ground: Ground,
  writer: ArchiveWriter,
): Promise<Omit<Manifest, 'parts'>> {
  const { snapshot } = ground;
  const tables = await snapshot.copyTables(writer);
  const { count, bytes, keys } = await addFiles(ground, writer);
  if (withKeys) await writer.add(KEYS, readFileSync(keyFile));
  for (const { counts } of await keysInDatabase(snapshot.db)) for (const key of counts.keys()) keys.add(key);
  return {
    format: 1,
    program,
    takenAt: snapshot.takenAt.toISOString(),
    migrations: snapshot.migrations,
    tables,
    sequences: snapshot.sequences,
    files: { count, bytes, missing: [...ground.missing].sort() },
    ledger: await ledgerHead(snapshot.db),
    keys: [...keys].sort(),
    withKeys,
  };
}

async function addFiles({ files, named, missing, isLast }: Ground, writer: ArchiveWriter) {
  const keys = new Set<string>();
  let [count, bytes] = [0, 0];
  for await (const { id } of files.list()) {
    const opened = await files.open(id);
    if (opened) {
      await writer.addFile(filePart(id), { bytes: opened.bytes, content: notingKey(opened.content, keys) });
      [count, bytes] = [count + 1, bytes + opened.bytes];
    } else if (named.has(id)) {
      if (!isLast) throw new ErasedMeanwhile();
      missing.add(id);
    }
  }
  return { count, bytes, keys };
}

async function* notingKey(content: AsyncIterable<Buffer>, keys: Set<string>): AsyncGenerator<Buffer> {
  let front = Buffer.alloc(0);
  for await (const chunk of content) {
    if (front.length < KEY_AT_THE_FRONT) front = Buffer.concat([front, chunk.subarray(0, KEY_AT_THE_FRONT)]);
    yield chunk;
  }
  const key = keyAtTheFront(front);
  if (key !== undefined) keys.add(key);
}
