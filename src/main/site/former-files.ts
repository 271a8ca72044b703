/** 旧网站的文件 [PUB-93]: the folder handed over with the list. Whatever a list says, nothing outside of the folder is read. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface FormerFiles {
  /** @param place a path of the former site, or below the folder; undefined where the folder holds no such file */
  find(place: string): FormerFile | undefined;
}

export interface FormerFile {
  /** Last part of its path. */
  readonly name: string;
  readonly bytes: number;
  /** Whole path, the same for the same file. */
  readonly path: string;
  read(): AsyncIterable<Buffer>;
}

/** @param folder undefined where none was handed over @throws the file system's error when it is not there */
export function openFormerFiles(folder: string | undefined): FormerFiles {
  if (folder === undefined) return { find: () => undefined };
  const root = realpathSync(folder);
  return {
    find(place) {
      for (const written of new Set([place, decoded(place)])) {
        const path = unlessMissing(() => realpathSync(join(root, written.replace(/[?#].*/s, ''))));
        // Links out of the folder lead out of it too.
        if (!path?.startsWith(root + sep)) continue;
        const found = statSync(path);
        if (found.isFile())
          return {
            name: path.split(sep).at(-1)!,
            bytes: found.size,
            path,
            read: () => createReadStream(path) as AsyncIterable<Buffer>,
          };
      }
      return undefined;
    },
  };
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function unlessMissing(look: () => string): string | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
