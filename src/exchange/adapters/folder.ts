/**
 * 文件交换 [XCH-5]: for a platform behind a ferry (网闸) that carries files. Each message is a file in `items/`, whole the moment it is there; the files of documents
 * lie in `files/` under their hashes. The other side takes away what it has read and may leave `inventory.json` for the comparison.
 */
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Handover } from '../channel.ts';
import { InventorySchema } from '../sharing/shared-copy.ts';
import { fits } from './fits.ts';
import type { FileToSend, InventoryAnswer, Outgoing, PlatformAdapter } from './platform-adapter.ts';

const LARGEST_INVENTORY = 50_000_000;

/** @param folder of this connection @param asTheirs the message as the other side reads it */
export function folderDrop<Message extends Outgoing>(
  folder: string,
  asTheirs: (message: Message) => object | Refusal,
): PlatformAdapter<Message> {
  return {
    async deliver({ message, files }): Promise<Handover> {
      const theirs = asTheirs(message);
      if (isRefusal(theirs)) return { sent: false, why: theirs.says, again: false };
      try {
        for (const file of files) await layFile(folder, file);
        const name = `${message.item.id}.${message.revision}.json`;
        await layDown(join(folder, 'items'), name, [Buffer.from(JSON.stringify(theirs))]);
        return { sent: true, answer: `放入 items/${name}` };
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? '';
        return { sent: false, why: `写不进交换文件夹（${code}），请核对权限和磁盘空间。`, again: true, down: true };
      }
    },
    async inventory(after): Promise<InventoryAnswer> {
      const told = await readInventory(join(folder, 'inventory.json'));
      if (told === undefined) return 'untold';
      if (!fits(InventorySchema, told))
        return { sent: false, why: 'inventory.json 的格式不对，不能对账。', again: false };
      return after === '' ? told : { items: [], next: null };
    },
  };
}

async function layFile(folder: string, { sha256, kind, content }: FileToSend): Promise<void> {
  const name = `${sha256}.${kind}`;
  const there = await stat(join(folder, 'files', name)).catch(() => undefined);
  if (!there) await layDown(join(folder, 'files'), name, content());
}

/** Written beside and moved: nobody reads a half. */
async function layDown(
  folder: string,
  name: string,
  content: AsyncIterable<Buffer> | readonly Buffer[],
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const draft = join(folder, `.${name}.part`);
  const file = await open(draft, 'w', 0o640);
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, name));
}

async function readInventory(path: string): Promise<unknown> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return undefined;
  if (there.size > LARGEST_INVENTORY) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
