/**
 * The database folder: `cluster/` (PostgreSQL's own files), `password` and `postgres.log`. It appears complete or not
 * at all: everything is made in a draft folder that gets its name last.
 */
import { spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type Account, handOver } from './account.ts';
import type { Binaries } from './binaries.ts';

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly folder: string;
  readonly log: string;
  /** Of the superuser `postgres`, whom only this program and the operator use. */
  readonly adminPassword: string;
  /** Of `gongkai`, who owns the database and nothing else; does not betray the administrator's. */
  readonly appPassword: string;
}

/** Opens the cluster in the folder, making it first where there is none. Two starters at once get the same one. */
export function openCluster(
  databaseFolder: string,
  binaries: Binaries,
  account: Account | undefined,
): Cluster | Refusal {
  if (!existsSync(databaseFolder)) {
    const refused = makeCluster(databaseFolder, binaries, account);
    if (refused) return refused;
  }
  return readCluster(databaseFolder);
}

/** A cluster that is there. */
export function readCluster(databaseFolder: string): Cluster | Refusal {
  const folder = join(databaseFolder, 'cluster');
  try {
    const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (version !== MAJOR_VERSION) return otherVersion(databaseFolder, version);
    const adminPassword = readFileSync(join(databaseFolder, 'password'), 'utf8').trim();
    const appPassword = createHmac('sha256', adminPassword).update('gongkai').digest('base64url');
    return { folder, log: join(databaseFolder, 'postgres.log'), adminPassword, appPassword };
  } catch (error) {
    return unreadable(databaseFolder, error as NodeJS.ErrnoException);
  }
}

const MAJOR_VERSION = '18';

function makeCluster(databaseFolder: string, binaries: Binaries, account: Account | undefined): Refusal | undefined {
  const parent = dirname(databaseFolder);
  const draft = mkdtempSync(join(parent, 'database-draft-'));
  try {
    handOver(draft, account);
    const passwordFile = join(draft, 'password');
    writeFileSync(passwordFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    handOver(passwordFile, account);
    const run = spawnSync(binaries.initdb, initdbArguments(draft, passwordFile), {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      encoding: 'utf8',
    });
    if (run.status !== 0) return initdbFailed(run.error?.message ?? run.stderr);
    moveInto(draft, databaseFolder);
    syncFolder(parent);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Checksums find a failing disk; the builtin collation never changes under an index when the system is upgraded. */
function initdbArguments(draft: string, passwordFile: string): string[] {
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  return ['-D', join(draft, 'cluster'), ...access, ...locale, '--data-checksums', '--no-instructions'];
}

function moveInto(draft: string, databaseFolder: string): void {
  try {
    renameSync(draft, databaseFolder);
  } catch (error) {
    // Another starter was first: its cluster counts.
    if (!existsSync(databaseFolder)) throw error;
  }
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function initdbFailed(why: string): Refusal {
  return refuse(
    'DATABASE_NOT_MADE',
    '启动设置 GONGKAI_DATA',
    `内置数据库无法建立：${why.trim()}\n请检查数据文件夹所在磁盘的空间和权限，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
  );
}

function otherVersion(databaseFolder: string, version: string): Refusal {
  return refuse(
    'DATABASE_OF_OTHER_VERSION',
    '启动设置 GONGKAI_DATA',
    `${databaseFolder} 是 PostgreSQL ${version} 的数据，本程序内置的是 ${MAJOR_VERSION}。请用写入它的那一版程序导出备份，再导入新的数据文件夹。`,
  );
}

function unreadable(databaseFolder: string, error: NodeJS.ErrnoException): Refusal {
  const says =
    error.code === 'EACCES' || error.code === 'EPERM'
      ? `数据库文件夹 ${databaseFolder} 属于另一个系统用户。请用当初启动它的用户启动，或由管理员用 chown -R 改变归属。`
      : `数据库文件夹 ${databaseFolder} 不完整（${error.code ?? error.message}）。请从备份恢复；如果其中没有需要的内容，请移走这个文件夹。`;
  return refuse('DATABASE_FOLDER_UNUSABLE', '启动设置 GONGKAI_DATA', says);
}
