/** 附件换用新密钥 [SEC-16]: each file is sealed anew beside its place and then takes it, so that a reader has the one or the other, whole. */
import { randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_ID_BYTES, type KeyRing } from '../key-file.ts';
import { openSealedFile, PIECE_HEAD, sealPieces } from './sealed-file.ts';
import { keptIds, placeIn, quarantineIn, removeIfThere, syncFolder } from './shelves.ts';

/** How many files lie under which key; one whose pieces lie under several counts for each. */
export async function countFilesByKey(folder: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const id of keptIds(folder)) {
    for (const key of await keysOfFile(placeIn(folder, id))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** @param onFile called after each file that was sealed anew @returns those that do not open */
export async function resealFiles(folder: string, ring: KeyRing, onFile: () => Promise<void>): Promise<string[]> {
  const stuck: string[] = [];
  for await (const id of keptIds(folder)) {
    const place = placeIn(folder, id);
    const keys = await keysOfFile(place);
    if ([...keys].every((key) => key === ring.newestId())) continue;
    const part = join(quarantineIn(folder), `${randomUUID()}.resealed`);
    try {
      await sealPieces(openSealedFile(place, id, ring), part, id, ring);
      // One that was taken away meanwhile stays away.
      if ((await keysOfFile(place)).size > 0) await rename(part, place);
      await syncFolder(join(place, '..'));
    } catch {
      if ((await keysOfFile(place)).size > 0) stuck.push(id);
      continue;
    } finally {
      await removeIfThere(part);
    }
    await onFile();
  }
  return stuck;
}

/** None when it is not there any more. */
async function keysOfFile(path: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!file) return keys;
  try {
    const head = Buffer.alloc(PIECE_HEAD + KEY_ID_BYTES);
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(head, 0, head.length, at);
      if (bytesRead < head.length) return keys;
      keys.add(head.toString('hex', PIECE_HEAD));
      at += PIECE_HEAD + head.readUInt32BE();
    }
  } finally {
    await file.close();
  }
}
