/** 压缩包: files under their names, with nothing of the day or the machine in it, so that the same content is the same archive. */
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  /** Path inside the archive, with `/` between folders. */
  readonly name: string;
  readonly content: Buffer | Readable;
}

/** DOS time begins here; the archive tells no other. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));
const LOOK = { mtime: NO_TIME, forceDosTimestamp: true, mode: 0o100644 } as const;

export function zipped(files: readonly ZippedFile[]): Readable {
  const zip = new ZipFile();
  for (const { name, content } of files) {
    if (Buffer.isBuffer(content)) zip.addBuffer(content, name, LOOK);
    else zip.addReadStream(content, name, LOOK);
  }
  zip.end();
  return zip.outputStream as Readable;
}
