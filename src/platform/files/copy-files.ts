/**
 * 附件搬家 [OPS-19]: sealed files from one shelf to another, byte for byte, each read back and compared. What is there already is not sent again, so a run
 * that was cut off is run again; it needs no key.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { forEach, type Shelf } from './shelf.ts';
import { quarantineIn, removeIfThere } from './shelves.ts';

export interface Copying {
  readonly from: Shelf;
  readonly to: Shelf;
  /** Of this machine, where files come in: each passes through it. */
  readonly folder: string;
  /** Each is taken away from where it was, once it was read back where it is. */
  readonly remove: boolean;
  /** After every file. */
  readonly onFile: (so: Copied) => void;
}

export interface Copied {
  readonly copied: number;
  /** It was there already, the same. */
  readonly same: number;
  readonly bytes: number;
  /** What came back was not what was sent, or another was put in its place meanwhile. */
  readonly unlike: readonly string[];
}

const AT_ONCE = 8;

export async function copyFiles({ from, to, folder, remove, onFile }: Copying): Promise<Copied> {
  const so = { copied: 0, same: 0, bytes: 0, unlike: [] as string[] };
  await mkdir(quarantineIn(folder), { recursive: true, mode: 0o700 });
  await forEach(from.list(), AT_ONCE, async ({ id, bytes }) => {
    const wanted = await digestOf(from, id);
    // Erased meanwhile: then it is not brought along.
    if (wanted === undefined) return;
    const isSame = (await digestOf(to, id)) === wanted;
    if (!isSame) {
      await carry(from, to, id, folder);
      if ((await digestOf(to, id)) !== wanted) return void so.unlike.push(id);
    }
    so[isSame ? 'same' : 'copied'] += 1;
    so.bytes += bytes;
    if (remove) await from.remove(id);
    onFile(so);
  });
  return so;
}

async function carry(from: Shelf, to: Shelf, id: string, folder: string): Promise<void> {
  const part = join(quarantineIn(folder), `${randomUUID()}.carried`);
  try {
    const opened = await from.open(id);
    if (!opened) return;
    await pipeline(opened.content, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
    await to.put(id, part);
  } finally {
    await removeIfThere(part);
  }
}

async function digestOf(shelf: Shelf, id: string): Promise<string | undefined> {
  const opened = await shelf.open(id);
  if (!opened) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of opened.content) hash.update(chunk);
  return hash.digest('hex');
}
