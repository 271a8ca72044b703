/**
 * 读备份文件 [OPS-3]: every part is held against the manifest and every byte against the seal. Whoever takes parts while they are read must be
 * able to let go of them: that something is wrong may show only at the end.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract as tarExtract } from 'tar-stream';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { Damaged } from './damaged.ts';
import { type KeptPart, type Manifest, readPartName } from './manifest.ts';
import { isSealed, openWith } from './passphrase-seal.ts';
import { sealLine } from './write-archive.ts';

/** Takes a part; what it does not read is read past. */
export type TakePart = (name: string, content: AsyncIterable<Buffer>) => Promise<void>;

export interface ArchiveSource {
  readonly path: string;
  readonly passphrase?: string | undefined;
}

/** @returns the manifest of a backup that is whole; @throws what `take` throws */
export async function readArchive(source: ArchiveSource, take: TakePart = async () => {}): Promise<Manifest | Refusal> {
  const inner = await openInner(source);
  if (isRefusal(inner)) return inner;
  const progress = { reading: '开头' };
  try {
    return await walk(inner, take, progress);
  } catch (error) {
    if (error instanceof Taking) throw error.cause;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EIO' || code === 'EACCES') return refuse('OPS-3', BASIS, `读不出 ${source.path}（${code}）。`);
    const damage = error instanceof Damaged ? error : new Damaged(undefined);
    return damaged(source.path, damage.part ?? progress.reading, damage.orPassphrase);
  }
}

const BASIS = '备份文件的校验';

/** Whether a passphrase is needed to read it. */
export async function isSealedFile(path: string): Promise<boolean | Refusal> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      return isSealed(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(
      'BACKUP_UNREADABLE',
      BASIS,
      `打不开备份文件 ${path}：${WHY_NOT[code ?? ''] ?? `系统说 ${code}，请核对权限`}。`,
    );
  }
}

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件，请核对文件名',
  EISDIR: '这是文件夹，请写里面的一个备份文件',
  EACCES: '没有读它的权限，请用有权限的账号运行',
};

async function openInner({ path, passphrase }: ArchiveSource): Promise<AsyncIterable<Buffer> | Refusal> {
  const isLocked = await isSealedFile(path);
  if (isRefusal(isLocked)) return isLocked;
  const bytes: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!isLocked) return bytes;
  if (passphrase !== undefined) return openWith(passphrase, bytes);
  return refuse('OPS-6', BASIS, `${path} 是加密的备份，要用备份时的口令打开：--passphrase-file 口令文件。`);
}

/** What the taker threw is his, and no damage. */
class Taking extends Error {}

async function walk(inner: AsyncIterable<Buffer>, take: TakePart, progress: { reading: string }): Promise<Manifest> {
  const seen: KeptPart[] = [];
  const hash = createHash('sha256');
  let trailer = Buffer.alloc(0);
  const extract = tarExtract();
  const fed = pipeline(
    Readable.from(
      heldBack(inner, hash, (rest) => {
        trailer = rest;
      }),
      { objectMode: false },
    ),
    extract,
  );
  fed.catch(() => {});
  let manifest: Manifest | undefined;
  try {
    for await (const entry of extract) {
      const { name } = entry.header;
      const content = entry as AsyncIterable<unknown> as AsyncIterable<Buffer>;
      progress.reading = name;
      const kind = readPartName(name);
      if (kind === undefined) throw new Damaged(name);
      if (kind === 'manifest') {
        manifest = parse(await allOf(content));
        continue;
      }
      seen.push(await taken(name, content, take));
    }
    await fed;
  } catch (error) {
    extract.destroy();
    throw error;
  }
  if (!manifest) throw new Damaged('备份目录');
  compare(manifest.parts, seen);
  if (trailer.toString('latin1') !== sealLine(hash.digest('hex'))) throw new Damaged('整体封条');
  return manifest;
}

async function taken(name: string, entry: AsyncIterable<Buffer>, take: TakePart): Promise<KeptPart> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = (async function* () {
    for await (const chunk of entry) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  })();
  try {
    await take(name, counted);
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Taking('', { cause: error });
  }
  for await (const _ of counted);
  return { name, bytes, sha256: hash.digest('hex') };
}

function compare(parts: readonly KeptPart[], seen: readonly KeptPart[]): void {
  for (const [at, part] of parts.entries()) {
    const found = seen[at];
    if (found?.name !== part.name || found.bytes !== part.bytes || found.sha256 !== part.sha256)
      throw new Damaged(part.name);
  }
  if (seen.length > parts.length) throw new Damaged(seen[parts.length]!.name);
}

function parse(text: Buffer): Manifest {
  try {
    const manifest = JSON.parse(text.toString()) as Manifest;
    if (manifest.format === 1 && Array.isArray(manifest.parts)) return manifest;
  } catch {
    // Told below.
  }
  throw new Damaged('备份目录');
}

async function allOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const TRAILER = sealLine('0'.repeat(64)).length;

/** All but the last bytes, which are the seal over the others. */
async function* heldBack(
  inner: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
  atEnd: (rest: Buffer<ArrayBuffer>) => void,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of inner) {
    const joined = Buffer.concat([held, chunk]);
    const free = joined.subarray(0, Math.max(0, joined.length - TRAILER));
    held = joined.subarray(free.length);
    hash.update(free);
    if (free.length > 0) yield free;
  }
  atEnd(Buffer.from(held));
}

function damaged(path: string, part: string, orPassphrase: boolean): Refusal {
  const why = orPassphrase ? '口令不对，或者文件开头已损坏' : `“${part}”这一部分已损坏或者被改动过`;
  return refuse('OPS-3', BASIS, `${path} 不能用：${why}。什么都没有恢复。请换另一份备份，并检查存放它的磁盘。`);
}
