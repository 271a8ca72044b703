/** 附件放回去 [OPS-4, OPS-18]: into the folder, which gets its name once all are there, or into the bucket, where they are all there before a row is. */
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Shelf } from '../../platform/files/shelf.ts';
import { placeIn } from '../../platform/files/shelves.ts';

export interface FilesBack {
  keep(id: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** The last has been handed over. When it returns all are where they belong. */
  inPlace(): Promise<void>;
  /** Nothing stays of what was brought. */
  undo(): Promise<void>;
}

/** What a killed restore left there goes first. */
export function intoFolder(dataFolder: string): FilesBack {
  const [files, draft] = [join(dataFolder, 'files'), emptyDraft(dataFolder)];
  return {
    keep: (id, content) => write(placeIn(draft, id), content),
    async inPlace() {
      if (!existsSync(draft)) return;
      rmSync(files, { recursive: true, force: true });
      renameSync(draft, files);
    },
    async undo() {
      for (const folder of [files, draft]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A bucket answers each in its own time: so many are on their way at once. */
const AT_ONCE = 8;

/** What a killed restore left there is taken over where it is the same file; the rest no row names, and the sweep takes it. */
export function intoBucket(shelf: Pick<Shelf, 'put' | 'remove'>, dataFolder: string): FilesBack {
  const draft = emptyDraft(dataFolder);
  const brought: string[] = [];
  const onTheirWay = new Set<Promise<void>>();
  let failed: unknown;
  const settle = async (left: number) => {
    while (onTheirWay.size > left) await Promise.race(onTheirWay);
    if (failed !== undefined) throw failed;
  };
  return {
    async keep(id, content) {
      const part = join(draft, id);
      await write(part, content);
      await settle(AT_ONCE - 1);
      brought.push(id);
      const put: Promise<void> = shelf
        .put(id, part)
        .catch((error) => {
          failed ??= error;
        })
        .finally(() => onTheirWay.delete(put));
      onTheirWay.add(put);
    },
    async inPlace() {
      await settle(0);
      rmSync(draft, { recursive: true, force: true });
    },
    async undo() {
      await Promise.all(onTheirWay);
      rmSync(draft, { recursive: true, force: true });
      for (const id of brought) await shelf.remove(id);
    },
  };
}

function emptyDraft(dataFolder: string): string {
  const draft = join(dataFolder, 'files-restoring');
  rmSync(draft, { recursive: true, force: true });
  return draft;
}

async function write(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(content, { objectMode: false }), target);
}
