/**
 * 附件的快照 [OPS-2]: a second name for every kept file, taken at once, so that one that is erased while the backup runs is still in it. No byte
 * is copied; the second names go when the backup is done, or with the next one where it was killed.
 */
import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../is-running.ts';
import { entriesOf, FILE_ID, placeIn, shelfIn, unlessMissing } from './shelves.ts';

const NAME = /^backup-(\d+)-/;

export interface LinkedFiles {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function linkFiles(filesFolder: string): Promise<LinkedFiles> {
  await clearAbandoned(filesFolder);
  await mkdir(filesFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(filesFolder, `backup-${process.pid}-`));
  for (const shelf of await entriesOf(join(filesFolder, 'kept'))) {
    const ids = (await entriesOf(join(filesFolder, 'kept', shelf))).filter((id) => FILE_ID.test(id));
    if (ids.length > 0) await mkdir(shelfIn(folder, ids[0]!), { recursive: true, mode: 0o700 });
    for (const id of ids) await link(placeIn(filesFolder, id), placeIn(folder, id)).catch(unlessMissing);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function clearAbandoned(filesFolder: string): Promise<void> {
  for (const name of (await readdir(filesFolder).catch(unlessMissing)) ?? []) {
    const pid = NAME.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(filesFolder, name), { recursive: true, force: true });
  }
}
