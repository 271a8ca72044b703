/** `gongkai restore`: a backup into an empty place. Everything is checked before anything is touched. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clearTables, holdsTables } from '../platform/backup/clear-tables.ts';
import { Damaged } from '../platform/backup/damaged.ts';
import type { Manifest } from '../platform/backup/manifest.ts';
import { type ArchiveSource, isSealedFile, readArchive } from '../platform/backup/read-archive.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { databaseFolderIn, prepareDataFolder } from '../platform/data-folder.ts';
import { openDatabase } from '../platform/database.ts';
import { checkDatabaseServer } from '../platform/database-server.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { openBucket } from '../platform/files/open-shelf.ts';
import type { Shelf } from '../platform/files/shelf.ts';
import { readKeyFile } from '../platform/key-file.ts';
import { readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import {
  databaseNamed,
  isRestoring,
  isRestoringElsewhere,
  markRestoring,
  unmarkRestoring,
} from '../platform/restore-mark.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { type FilesBack, intoBucket, intoFolder } from './backup/files-back.ts';
import { askPassphrase } from './backup/passphrase.ts';
import {
  bucketInUse,
  DATABASE_IN_USE,
  folderInUse,
  type RestorePlace,
  restoreBackup,
  versionUnfit,
} from './backup/restore-backup.ts';
import { summaryOf } from './backup/summary.ts';
import { type Command, type Io, optionFault } from './command.ts';
import type { Reached } from './reach.ts';
import { claimShelf } from './shelf-owner.ts';
import { tellingFaults } from './telling-faults.ts';

const usage = `用法：gongkai restore 备份文件 [--passphrase-file 文件]

把一份备份恢复到空的数据文件夹（设了 DATABASE_URL 的，恢复到空的数据库）。先把备份从头到尾核对一遍，再动手；
里面已经有内容的不恢复，也不覆盖。附件恢复到 GONGKAI_BUCKET 的存储桶，没有设的恢复到数据文件夹。恢复完核对留痕和每张表的行数。较早的程序做的备份，恢复时一并升级。
恢复到哪里，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_KEY_FILE、GONGKAI_BUCKET）。
退出码：0 恢复完、核对无误；1 没有恢复；2 用法不对、备份文件打不开。

例：GONGKAI_DATA=/srv/gongkai gongkai restore /mnt/backup/gongkai-20261127-023000.tar`;

export const restore: Command = {
  usage,
  run: async (args, io) => {
    const wish = readWish(args);
    if (isRefusal(wish)) {
      io.err(`${wish.says}\n\n${usage}`);
      return 2;
    }
    const isLocked = await isSealedFile(wish.path);
    if (isRefusal(isLocked)) return refused(isLocked, io, 2);
    const passphrase = isLocked ? await askPassphrase(wish.passphraseFile, { twice: false }) : undefined;
    if (isRefusal(passphrase)) return refused(passphrase, io, 2);
    const config = readConfig({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
    if (isRefusal(config)) return refused(config, io, 2);

    const source = { path: wish.path, passphrase };
    io.out('正在核对备份……');
    const manifest = await readArchive(source);
    if (isRefusal(manifest)) return refused(manifest, io, 1);
    return tellingFaults(io, async () => {
      const done = await restoreTo(config, source, manifest, io);
      if (isRefusal(done)) return refused(done, io, 1);
      io.out(sayRestored(done, manifest));
      return 0;
    });
  },
};

const NEXT = '每张表的行数与备份相同，留痕完整。';

function sayRestored(done: Restored, manifest: Manifest): string {
  return [
    `恢复完了：${done.dataFolder}`,
    ...(done.bucket === undefined ? [] : [`附件放在 ${done.bucket}`]),
    summaryOf(manifest),
    NEXT,
    ...leftOut(done),
    keyAdvice(manifest, done.keyFile),
  ].join('\n');
}

function leftOut({ leftOut: tables }: Restored): readonly string[] {
  if (tables.length === 0) return [];
  return [`备份里的 ${tables.join('、')} 不是本程序的表，没有恢复；需要的，从备份文件里解出来自己装。`];
}

function readWish(args: readonly string[]): { path: string; passphraseFile?: string | undefined } | Refusal {
  try {
    const options = { 'passphrase-file': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 1) return { path: resolve(positionals[0]!), passphraseFile: values['passphrase-file'] };
    return refuse('WRONG_USAGE', '命令行', '请写 gongkai restore 备份文件。');
  } catch (error) {
    return refuse('WRONG_USAGE', '命令行', optionFault(error));
  }
}

interface Restored {
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly bucket: string | undefined;
  readonly leftOut: readonly string[];
}

async function restoreTo(
  config: Config,
  source: ArchiveSource,
  manifest: Manifest,
  io: Io,
): Promise<Restored | Refusal> {
  const migrations = readMigrations(join(packageRoot(), 'migrations'));
  const unfit = versionUnfit(manifest, migrations);
  if (unfit) return unfit;
  const ownDatabase = config.databaseUrl === undefined;
  const { dataFolder: wished, dataFolderChosen: chosen } = config;
  const folder = prepareDataFolder({ folder: wished, chosen, packageRoot: packageRoot(), forDatabase: ownDatabase });
  if (isRefusal(folder)) return folder;
  const dataFolder = folder.path;
  const keyFile = config.keyFile ?? join(dataFolder, 'identity.key');
  const bucket = config.bucket && openBucket(config.bucket);
  if (isRefusal(bucket)) return bucket;
  const mark = [databaseNamed(config.databaseUrl), ...(bucket ? [bucket.where] : [])].join(' ');
  if (isRestoringElsewhere(dataFolder, mark)) return restoringElsewhere(dataFolder);
  const begun = isRestoring(dataFolder);
  const inUse = begun ? undefined : (folderInUse(dataFolder, ownDatabase) ?? (bucket && (await bucketInUse(bucket))));
  const otherKeys = inUse ?? keysUnfit(manifest, keyFile);
  if (otherKeys) return otherKeys;

  const server = await openPlace(config, dataFolder, mark, begun);
  if (isRefusal(server)) return server;
  io.out('备份完好，正在恢复……');
  const files = bucket ? intoBucket(bucket, dataFolder) : intoFolder(dataFolder);
  const place = { connectionString: server.connectionString, files, keyFile, migrations };
  const restored = await restoreOrClear(source, manifest, place, begun);
  // The place was empty: whose it was before, it is ours now.
  if (bucket && !isRefusal(restored)) await claimFor(server.connectionString, bucket);
  await server.stop();
  if (isRefusal(restored) && ownDatabase) rmSync(databaseFolderIn(dataFolder), { recursive: true, force: true });
  unmarkRestoring(dataFolder);
  return isRefusal(restored) ? restored : { dataFolder, keyFile, bucket: bucket?.where, ...restored };
}

async function claimFor(connectionString: string, bucket: Shelf): Promise<void> {
  const db = openDatabase({ connectionString, maxConnections: 1 });
  await claimShelf(db, bucket).finally(() => db.destroy());
}

/** An empty database; marked from here on. */
async function openPlace(config: Config, dataFolder: string, mark: string, begun: boolean): Promise<Reached | Refusal> {
  if (config.databaseUrl !== undefined) {
    const unusable = await checkDatabaseServer(config.databaseUrl);
    if (unusable) return unusable;
    if (!begun && (await holdsTables(config.databaseUrl))) return DATABASE_IN_USE;
    markRestoring(dataFolder, mark);
    return { connectionString: config.databaseUrl, stop: async () => {} };
  }
  markRestoring(dataFolder, mark);
  const databaseFolder = databaseFolderIn(dataFolder);
  const own = await startEmbeddedPostgres({ databaseFolder, runtimeFolder: join(dataFolder, 'runtime') });
  if (isRefusal(own) && !begun) unmarkRestoring(dataFolder);
  return own;
}

/** What a restore that was killed has left goes first; what one that fails has made goes last. */
async function restoreOrClear(
  source: ArchiveSource,
  manifest: Manifest,
  place: RestorePlace & { readonly files: FilesBack },
  begun: boolean,
): ReturnType<typeof restoreBackup> {
  const hadKeys = existsSync(place.keyFile);
  if (begun) await clearTables(place.connectionString);
  const restored = await restoreBackup(source, manifest, place).catch((error: Error) => failed(error));
  if (!isRefusal(restored)) return restored;
  await clearTables(place.connectionString).catch(() => {});
  await place.files.undo().catch(() => {});
  if (!hadKeys) rmSync(place.keyFile, { force: true });
  return restored;
}

/** What was left unfinished is cleared away before the next try: never in a database that it was not begun in. */
function restoringElsewhere(dataFolder: string): Refusal {
  return refuse(
    'OPS-4',
    '恢复',
    `${dataFolder} 里有一次没有做完的恢复，是往另一个数据库或者存储桶做的，没有动现在这个。请把 DATABASE_URL、GONGKAI_BUCKET 改回那时的再做；要恢复到现在这里的，用 GONGKAI_DATA 另指定一个空文件夹。`,
  );
}

function failed(error: Error): Refusal {
  const why = error instanceof Damaged ? `“${error.part}”与备份目录不符` : error.message;
  return refuse('OPS-4', '恢复', `没有恢复成，已经装入的都撤掉了：${why}。请检查磁盘空间和数据库，再做一次。`);
}

/** A key file that is there already must be able to open what comes. */
function keysUnfit({ keys, withKeys }: Manifest, keyFile: string): Refusal | undefined {
  if (!existsSync(keyFile)) return undefined;
  const file = readKeyFile(keyFile);
  if (isRefusal(file)) return file;
  const lacking = keys.filter((id) => !file.keys.some((key) => key.id === id));
  if (lacking.length === 0) return undefined;
  const advice = withKeys
    ? '备份里有密钥：请把这个文件移到别处保存，再恢复。'
    : '请换成与备份一同保存的密钥文件，再恢复。';
  return refuse(
    'OPS-5',
    '密钥',
    `密钥文件 ${keyFile} 里没有密钥 ${lacking.join('、')}，打不开备份里的身份信息。${advice}`,
  );
}

function keyAdvice({ withKeys }: Manifest, keyFile: string): string {
  if (existsSync(keyFile)) return `密钥文件在 ${keyFile}${withKeys ? '' : '，打得开备份里加密的内容'}。可以启动了。`;
  return `还缺密钥文件：启动以前，请把与备份一同保存的密钥文件放到 ${keyFile}（chmod 600）。没有它不能启动，身份信息也打不开。`;
}

function refused({ says, basis }: Refusal, io: Io, code: number): number {
  io.err(`没有恢复（${basis}）：${says}`);
  return code;
}
