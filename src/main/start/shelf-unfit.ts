/**
 * 启动时看一眼附件存放处 [OPS-17]: a bucket that answers no will go on doing so until a setting is changed, and files that still lie in the folder are in
 * no bucket: then nothing is started. One that does not answer now keeps nobody from reading pages and applying.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFolderIn } from '../../platform/files/open-shelf.ts';
import { type Shelf, ShelfFault } from '../../platform/files/shelf.ts';
import { unlessMissing } from '../../platform/files/shelves.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '启动设置 GONGKAI_BUCKET';

export async function shelfUnfit(
  shelf: Shelf,
  dataFolder: string,
  tell: (sentence: string) => void,
): Promise<Refusal | undefined> {
  try {
    if (!(await isEmpty(shelf))) return undefined;
  } catch (error) {
    if (!(error instanceof ShelfFault)) throw error;
    if (error.why === 'refused') return refuse('SHELF_REFUSES', BASIS, `${error.says}。${error.advice}`);
    tell(`${error.says}。先启动，附件暂时存不进、打不开。${error.advice}`);
    return undefined;
  }
  const folder = join(filesFolderIn(dataFolder), 'kept');
  if (((await readdir(folder).catch(unlessMissing)) ?? []).length === 0) return undefined;
  return refuse(
    'SHELF_NOT_MOVED',
    BASIS,
    `附件还在 ${folder} 里，存储桶是空的。请先用同样的设置运行 gongkai files copy --to bucket，再启动；以前的附件不要了的，把这个文件夹移到别处。`,
  );
}

/** It was told already that nobody answers; the sweep asks again. */
export function unlessAway(error: unknown): undefined {
  if (!(error instanceof ShelfFault)) throw error;
}

async function isEmpty(shelf: Shelf): Promise<boolean> {
  for await (const _ of shelf.list()) return false;
  return true;
}
