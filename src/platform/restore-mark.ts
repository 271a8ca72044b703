/** 恢复没有做完: a mark in the data folder while a backup is being restored into it; what a killed restore leaves is no installation. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Refusal, refuse } from '../statute/refusal.ts';

const markIn = (dataFolder: string) => join(dataFolder, 'restore-unfinished');

export const isRestoring = (dataFolder: string): boolean => existsSync(markIn(dataFolder));

export function markRestoring(dataFolder: string): void {
  writeFileSync(markIn(dataFolder), '', { flush: true });
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
