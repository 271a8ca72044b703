/** 文件夹: sealed files under the first letters of their names, in the data folder or on a disk that several machines share. */
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { linkFiles } from './linked-files.ts';
import type { LyingFile, OpenFile, Shelf } from './shelf.ts';
import { keptIds, placeIn, removeIfThere, shelfIn, syncFolder, unlessMissing } from './shelves.ts';

export function folderShelf(folder: string): Shelf {
  return {
    where: folder,
    async put(id, part) {
      const place = placeIn(folder, id);
      const shelf = shelfIn(folder, id);
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      await rename(part, place);
      await syncFolder(shelf);
    },
    open: async (id, first) => openIn(placeIn(folder, id), first),
    remove: async (id) => removeIfThere(placeIn(folder, id)),
    list: () => listFolder(folder),
    async hold() {
      const linked = await linkFiles(folder);
      return {
        open: (id, first) => openIn(placeIn(linked.folder, id), first),
        list: () => listFolder(linked.folder),
        release: linked.remove,
      };
    },
  };
}

async function openIn(path: string, first?: number): Promise<OpenFile | undefined> {
  const file = await open(path, 'r').catch(unlessMissing);
  if (!file) return undefined;
  const { size } = await file.stat();
  const bytes = Math.min(first ?? size, size);
  return { bytes, content: file.createReadStream(bytes < size ? { end: bytes - 1 } : {}) };
}

async function* listFolder(folder: string): AsyncGenerator<LyingFile> {
  for await (const id of keptIds(folder)) {
    const found = await stat(placeIn(folder, id)).catch(unlessMissing);
    if (found) yield { id, bytes: found.size, at: found.mtime };
  }
}
