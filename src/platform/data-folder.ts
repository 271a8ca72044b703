/**
 * Where the installation keeps its files: `database/`, `identity.key`, `runtime/`. Started by root, PostgreSQL runs
 * under an account that may not reach the checkout (a folder under /root, or one only its owner may enter); then the
 * files go to /var/lib/gongkai, unless the operator named the folder.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { lentAccount, mayUse } from './embedded-postgres/account.ts';

export interface DataFolder {
  readonly path: string;
  /** It is not the folder of the settings: the start says so. */
  readonly moved: boolean;
}

export interface DataFolderWish {
  readonly folder: string;
  readonly chosen: boolean;
  readonly packageRoot: string;
  /** Whether PostgreSQL keeps its files in it. */
  readonly forDatabase: boolean;
  /** Where folders out of reach go instead. */
  readonly elsewhere?: string;
}

export function databaseFolderIn(dataFolder: string): string {
  return join(dataFolder, 'database');
}

export function prepareDataFolder(wish: DataFolderWish): DataFolder | Refusal {
  const { folder, chosen } = wish;
  const substitute = substituteFor(wish);
  const path = begunFolder(wish);
  const isElsewhere = path !== folder;
  const isThere = existsSync(path);
  const failure = makeFolder(path) ?? (wish.forDatabase ? whyOutOfReach(path) : undefined);
  if (!failure) return { path, moved: isElsewhere };
  if (!isThere) removeIfEmpty(path);
  if (chosen || isElsewhere || process.getuid?.() !== 0) return unusable(path, failure);
  const failureElsewhere = makeFolder(substitute) ?? whyOutOfReach(substitute);
  return failureElsewhere ? unusable(substitute, failureElsewhere) : { path: substitute, moved: true };
}

/** Where the files are, or would be. What was begun elsewhere goes on there, even when the checkout has become reachable meanwhile. */
export function begunFolder(wish: Omit<DataFolderWish, 'forDatabase'>): string {
  const { folder, chosen } = wish;
  const substitute = substituteFor(wish);
  const isElsewhere = !chosen && existsSync(databaseFolderIn(substitute)) && !existsSync(databaseFolderIn(folder));
  return isElsewhere ? substitute : folder;
}

function substituteFor({ packageRoot, elsewhere = '/var/lib/gongkai' }: Omit<DataFolderWish, 'forDatabase'>): string {
  return join(elsewhere, nameFor(packageRoot));
}

/** `gongkai-1f3a9c2e`: recognisable, and different for every checkout. */
function nameFor(packageRoot: string): string {
  return `${basename(packageRoot)}-${createHash('sha256').update(packageRoot).digest('hex').slice(0, 8)}`;
}

function makeFolder(path: string): string | undefined {
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    return mayUse(undefined, path, ['w', 'x']) ? undefined : '当前用户没有写入的权限';
  } catch (error) {
    return `不能建立（${(error as NodeJS.ErrnoException).code}）`;
  }
}

function whyOutOfReach(path: string): string | undefined {
  const account = lentAccount(databaseFolderIn(path));
  if (!account || mayUse(account, path, ['x'])) return undefined;
  return `以 root 启动时数据库使用系统账号 ${account.uid}，而它进不了这个文件夹（上级文件夹只允许所有者进入）`;
}

function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Not empty, or never made: it stays as it is.
  }
}

function unusable(path: string, why: string): Refusal {
  return refuse(
    'DATA_FOLDER_UNUSABLE',
    '启动设置 GONGKAI_DATA',
    `数据文件夹 ${path} 不能使用：${why}。请用 GONGKAI_DATA 指定另一个文件夹（如 /var/lib/gongkai），或改用普通用户启动。`,
  );
}
