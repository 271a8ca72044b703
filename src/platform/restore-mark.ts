/**
 * 恢复没有做完: a mark in the data folder while a backup is being restored into it; what a killed restore leaves is no installation. It names the database,
 * since what was left there is cleared away by the next, and nothing in any other.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Refusal, refuse } from '../statute/refusal.ts';

const markIn = (dataFolder: string) => join(dataFolder, 'restore-unfinished');

export const isRestoring = (dataFolder: string): boolean => existsSync(markIn(dataFolder));

/** The database without who signs in to it: host, port and name; empty for the one that comes with the program. */
export function databaseNamed(databaseUrl: string | undefined): string {
  if (databaseUrl === undefined) return '';
  const { host, port, database } = new pg.Client({ connectionString: databaseUrl });
  return `${host}:${port}/${database}`;
}

/** Whether a restore into another place than this was not finished. */
export function isRestoringElsewhere(dataFolder: string, place: string): boolean {
  return isRestoring(dataFolder) && readFileSync(markIn(dataFolder), 'utf8') !== place;
}

/** @param place the database, and the bucket where there is one */
export function markRestoring(dataFolder: string, place: string): void {
  writeFileSync(markIn(dataFolder), place, { flush: true });
}

export function unmarkRestoring(dataFolder: string): void {
  rmSync(markIn(dataFolder), { force: true });
}

export function restoreUnfinished(dataFolder: string): Refusal | undefined {
  if (!isRestoring(dataFolder)) return undefined;
  return refuse(
    'RESTORE_UNFINISHED',
    '恢复',
    `数据文件夹 ${dataFolder} 里有一次没有做完的恢复，里面的数据不全。请再运行一次 gongkai restore 备份文件，它会从头做起。`,
  );
}
