/** 附件换用新密钥 [SEC-16]: each file is sealed anew beside its place and then takes it, so that a reader has the one or the other, whole. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '../key-file.ts';
import { KEY_AT_THE_FRONT, keyAtTheFront, openSealed, sealPieces } from './sealed-file.ts';
import { forEach, type HeldShelf, type LyingFile, type Shelf, ShelfFault } from './shelf.ts';
import { quarantineIn, removeIfThere } from './shelves.ts';

/** A bucket answers each in its own time: so many are asked for at once. */
const AT_ONCE = 16;

/** How many files lie under which key. @param most looks at so many only */
export async function countFilesByKey(
  shelf: Pick<HeldShelf, 'list' | 'open'>,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await forEach(firstOf(shelf.list(), most), AT_ONCE, async ({ id }) => {
    const key = await keyOfFile(shelf, id);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

async function* firstOf(files: AsyncGenerator<LyingFile>, most: number): AsyncGenerator<LyingFile> {
  let seen = 0;
  for await (const file of files) {
    if (seen === most) return;
    seen += 1;
    yield file;
  }
}

export interface ResealPlace {
  readonly shelf: Shelf;
  /** Of this machine, where files come in. */
  readonly folder: string;
}

/** @param onFile called after each file that was sealed anew @returns those that do not open */
export async function resealFiles(
  { shelf, folder }: ResealPlace,
  ring: KeyRing,
  onFile: () => Promise<void>,
): Promise<string[]> {
  const stuck: string[] = [];
  await mkdir(quarantineIn(folder), { recursive: true, mode: 0o700 });
  for await (const { id } of shelf.list()) {
    const key = await keyOfFile(shelf, id);
    if (key === undefined || key === ring.newestId()) continue;
    const part = join(quarantineIn(folder), `${randomUUID()}.resealed`);
    try {
      const opened = await shelf.open(id);
      if (!opened) continue;
      await sealPieces(openSealed(opened, id, ring), part, id, ring);
      // One that was taken away meanwhile stays away.
      if ((await keyOfFile(shelf, id)) !== undefined) await shelf.put(id, part);
    } catch (error) {
      if (error instanceof ShelfFault) throw error;
      if ((await keyOfFile(shelf, id)) !== undefined) stuck.push(id);
      continue;
    } finally {
      await removeIfThere(part);
    }
    await onFile();
  }
  return stuck;
}

/** None when it is not there any more. */
async function keyOfFile(shelf: Pick<HeldShelf, 'open'>, id: string): Promise<string | undefined> {
  const opened = await shelf.open(id, KEY_AT_THE_FRONT);
  if (!opened) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of opened.content) chunks.push(chunk);
  return keyAtTheFront(Buffer.concat(chunks));
}
