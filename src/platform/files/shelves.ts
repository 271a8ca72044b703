/** Where kept files lie on the disk: `quarantine/` while they come in, `kept/` under the first letters of their names. */
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export const FILE_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const quarantineIn = (folder: string): string => join(folder, 'quarantine');

export const shelfIn = (folder: string, id: string): string => join(folder, 'kept', id.slice(0, 2));

/** @throws Error for anything but an id, so that no name leads out of the folder */
export function placeIn(folder: string, id: string): string {
  if (!FILE_ID.test(id)) throw new Error('no id of a kept file');
  return join(shelfIn(folder, id), id);
}

/** One shelf in memory at a time. */
export async function* keptIds(folder: string): AsyncGenerator<string> {
  for (const shelf of await entriesOf(join(folder, 'kept')))
    yield* (await entriesOf(join(folder, 'kept', shelf))).filter((id) => FILE_ID.test(id));
}

export async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch(unlessMissing);
}

export async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? [];
}

export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** A name is safe on the disk only once its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
