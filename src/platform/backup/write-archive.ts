/**
 * 写备份文件 [OPS-1]: one tar archive, part after part, with a seal over every byte behind it; any `tar` opens it. Under a name of its own until it
 * is whole and on the disk, so that a backup that broke off is never taken for one.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack as tarPack } from 'tar-stream';
import type { OpenFile } from '../files/shelf.ts';
import { removeIfThere, syncFolder } from '../files/shelves.ts';
import { type KeptPart, MANIFEST, type Manifest } from './manifest.ts';
import { sealWith } from './passphrase-seal.ts';

export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<void>;
  /** A kept file, piece by piece. */
  addFile(name: string, file: OpenFile): Promise<void>;
}

export const sealLine = (sha256: string): string => `gongkai-seal sha256 ${sha256}\n`;

export interface ArchiveTarget {
  readonly path: string;
  readonly passphrase?: string | undefined;
  readonly at: Date;
}

/** @param check reads what was written once more before it gets its name; throws when it is not good */
export async function writeArchive<T extends Omit<Manifest, 'parts'>>(
  { path, passphrase, at }: ArchiveTarget,
  fill: (writer: ArchiveWriter) => Promise<T>,
  check: (draft: string) => Promise<void>,
): Promise<Manifest> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const pack = tarPack();
    const bytes = sealed(pack as AsyncIterable<unknown> as AsyncIterable<Buffer>);
    const written = pipeline(
      Readable.from(passphrase === undefined ? bytes : sealWith(passphrase, bytes), { objectMode: false }),
      createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
    );
    const filled = fillAll(pack, at, fill).catch((error: Error) => {
      pack.destroy(error);
      throw error;
    });
    const [manifest] = await Promise.all([filled, written]);
    await check(draft);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return manifest;
  } finally {
    await removeIfThere(draft);
  }
}

async function fillAll<T extends Omit<Manifest, 'parts'>>(
  pack: ReturnType<typeof tarPack>,
  at: Date,
  fill: (writer: ArchiveWriter) => Promise<T>,
): Promise<Manifest> {
  const parts: KeptPart[] = [];
  const put = (name: string, content: Buffer) =>
    new Promise<void>((done, fail) => {
      pack.entry({ name, mode: 0o600, mtime: at }, content, (error) => (error ? fail(error) : done()));
    });
  const add = async (name: string, content: Buffer) => {
    parts.push({ name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    await put(name, content);
  };
  const filled = await fill({
    add,
    async addFile(name, { bytes, content }) {
      // An entry without content takes no stream.
      if (bytes === 0) {
        for await (const _ of content);
        return add(name, Buffer.alloc(0));
      }
      const hash = createHash('sha256');
      const hashed = async function* () {
        for await (const chunk of content) {
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(hashed, pack.entry({ name, size: bytes, mode: 0o600, mtime: at }));
      parts.push({ name, bytes, sha256: hash.digest('hex') });
    },
  });
  const manifest = { ...filled, parts };
  await put(MANIFEST, Buffer.from(JSON.stringify(manifest)));
  pack.finalize();
  return manifest;
}

/** The archive and, behind it, the seal. */
async function* sealed(pack: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of pack) {
    hash.update(chunk);
    yield chunk;
  }
  yield Buffer.from(sealLine(hash.digest('hex')));
}
