/**
 * 附件库: content under random names on a shelf, sealed; what a file is about stands in the table of the room that keeps it. A file is on its shelf
 * before a row names it; a row that is never written leaves a file that nobody names, and the sweep takes it away.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { activeContentOf } from './active-content.ts';
import type { Clamd, Verdict } from './clamd.ts';
import { FILE_KINDS, type FileKindName, KINDS_TAKEN, kindOfEnding } from './file-kinds.ts';
import { endingOf, safeFileName } from './file-name.ts';
import { ACTIVE_SAYS, NOT_KEPT_NOW, SNIFF_SAYS } from './file-refusals.ts';
import { folderShelf } from './folder-shelf.ts';
import { FILE_BYTES } from './limits.ts';
import { FileQuarantined, type QuarantineState } from './quarantine.ts';
import { type FileKeys, openSealed, sealFile } from './sealed-file.ts';
import { isThere, type Shelf, ShelfFault } from './shelf.ts';
import { entriesOf, FILE_ID, quarantineIn, removeIfThere, unlessMissing } from './shelves.ts';
import { sniff } from './sniff.ts';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKindName;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal: what the ledger holds of it. */
  readonly sha256: string;
}

export interface FileStore {
  /** Takes a file in, examines it and seals it. Whatever goes wrong, nothing of it stays. @throws what the stream throws when it breaks off */
  keep(content: AsyncIterable<unknown>, sentName: string): Promise<KeptFile | Refusal>;
  /** Piece by piece. @throws FileQuarantined while nobody knows that it is clean; ShelfFault; Error when it is not there or was altered */
  read(id: string): AsyncGenerator<Buffer>;
  /** No row names it any more, or ever did: what cannot be taken away now the sweep takes. There may be none. */
  remove(id: string): Promise<void>;
  /** 清除: when it returns the file is gone. @throws ShelfFault when that cannot be done now */
  erase(id: string): Promise<void>;
  /** 补查 [FIL-18]: one that waits in quarantine is scanned. @returns undefined when it is not there any more */
  scanAgain(id: string): Promise<Verdict | undefined>;
  /** What uploads that broke off with their process left on this machine, not yet sealed. @returns how many were taken away */
  clearQuarantine(before: Date): Promise<number>;
  /** 清理: what quarantine left behind, and files older than `before` that no row names. @returns how many were taken away */
  sweep(before: Date, named: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>;
}

/** 病毒检查 of what comes in, and of what may be read [FIL-17, FIL-18]; where it is absent nothing is scanned and nothing was ever put aside. */
export interface UploadGuard {
  /** null: no scanner is set up; what was put aside while there was one stays aside. */
  readonly scanner: Pick<Clamd, 'scan'> | null;
  /** It was refused at the door. */
  refused(sha256: string, finding: string): Promise<void>;
  /** It is about to lie on its shelf and may not be read. */
  putAside(id: string, sha256: string): Promise<void>;
  stateOf(id: string): Promise<QuarantineState | undefined>;
}

const BASIS = '附件的要求';
const NOT_SCANNED: Verdict = { scan: 'clean' };
const NOBODY_SCANS: Verdict = { scan: 'unanswered', why: 'no scanner is set up' };

export interface StoreParts {
  readonly guard?: UploadGuard;
  /** Absent: the files lie in the folder itself. */
  readonly shelf?: Shelf;
  /** The shelf does not work; whoever waited is told so without the particulars. */
  readonly onFault?: (fault: ShelfFault) => void;
}

/** @param folder of this machine, where a file comes in and is looked at */
export function openFileStore(folder: string, keys: FileKeys, parts: StoreParts = {}): FileStore {
  const { guard, shelf = folderShelf(folder), onFault = () => {} } = parts;
  const quarantine = quarantineIn(folder);
  const readSealed = async function* (id: string) {
    const opened = await shelf.open(id);
    if (!opened) throw new Error('a kept file is not there');
    yield* openSealed(opened, id, keys);
  };
  mkdirSync(quarantine, { recursive: true, mode: 0o700 });

  return {
    async keep(content, sentName) {
      const id = randomUUID();
      const held = join(quarantine, id);
      const part = join(quarantine, `${id}.sealed`);
      try {
        const taken = await takeIn(content, held);
        if (isRefusal(taken)) return taken;
        const name = safeFileName(sentName);
        const kind = await examine(held, name);
        if (isRefusal(kind)) return kind;
        const verdict = (await guard?.scanner?.scan(createReadStream(held))) ?? NOT_SCANNED;
        if (verdict.scan === 'found') {
          await guard?.refused(taken.sha256, verdict.name);
          return refuse('FIL-17', BASIS, infected(name, verdict.name));
        }
        await sealFile(held, part, id, keys);
        // Before it has its name: whatever happens next, nobody reads it unscanned.
        if (verdict.scan === 'unanswered') await guard?.putAside(id, taken.sha256);
        await shelf.put(id, part);
        return { id, name, kind, ...taken };
      } catch (error) {
        if (!(error instanceof ShelfFault)) throw error;
        onFault(error);
        return NOT_KEPT_NOW;
      } finally {
        await removeIfThere(held);
        await removeIfThere(part);
      }
    },
    read(id) {
      if (!FILE_ID.test(id)) throw new Error('no id of a kept file');
      return unlessQuarantined(id, readSealed(id), guard);
    },
    async scanAgain(id) {
      if (!(await isThere(shelf, id))) return undefined;
      return guard?.scanner?.scan(readSealed(id)) ?? NOBODY_SCANS;
    },
    remove: (id) =>
      shelf.remove(id).catch((error) => {
        if (!(error instanceof ShelfFault)) throw error;
        onFault(error);
      }),
    erase: (id) => shelf.remove(id),
    clearQuarantine: (before) => clearOld(quarantine, before),
    async sweep(before, named) {
      let gone = await clearOld(quarantine, before);
      for await (const ids of oldOnes(shelf, before)) {
        const kept = await named(ids);
        for (const id of ids.filter((one) => !kept.has(one))) {
          await shelf.remove(id);
          gone += 1;
        }
      }
      return gone;
    },
  };
}

/** Into quarantine, counted and hashed on the way; the rest of a file that is too large is let pass, so that the sender gets an answer. */
async function takeIn(
  content: AsyncIterable<unknown>,
  path: string,
): Promise<Pick<KeptFile, 'bytes' | 'sha256'> | Refusal> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > FILE_BYTES) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (bytes > FILE_BYTES)
    return refuse(
      'FIL-1',
      BASIS,
      `文件超过 ${FILE_BYTES / 1024 / 1024} MB，没有接收。请降低扫描分辨率，或者拆成几个文件。`,
    );
  if (bytes === 0) return refuse('FIL-1', BASIS, '文件是空的，没有接收。请重新选择文件。');
  return { bytes, sha256: hash.digest('hex') };
}

async function examine(path: string, name: string): Promise<FileKindName | Refusal> {
  const ending = endingOf(name);
  const claimed = kindOfEnding(ending);
  if (!claimed)
    return refuse('FIL-2', BASIS, `不接收“${ending === '' ? name : `.${ending}`}”这种文件。可以上传 ${KINDS_TAKEN}。`);
  const sniffed = await sniff(path, ending);
  if (typeof sniffed === 'string')
    return sniffed === 'notTaken'
      ? refuse(
          'FIL-3',
          BASIS,
          `“${name}”的内容不是${FILE_KINDS[claimed].term}，没有接收。请用原来的程序另存为 PDF，再上传。`,
        )
      : refuse('FIL-4', BASIS, SNIFF_SAYS[sniffed]);
  if (sniffed.kind !== claimed)
    return refuse(
      'FIL-3',
      BASIS,
      `“${name}”的内容是${FILE_KINDS[sniffed.kind].term}，与文件名不符，没有接收。请改成正确的扩展名，再上传。`,
    );
  const active = await activeContentOf(path, sniffed);
  return active ? refuse('FIL-5', BASIS, ACTIVE_SAYS[active]) : sniffed.kind;
}

async function* unlessQuarantined(id: string, pieces: AsyncGenerator<Buffer>, guard: UploadGuard | undefined) {
  const state = await guard?.stateOf(id);
  if (state) throw new FileQuarantined(state);
  yield* pieces;
}

function infected(name: string, finding: string): string {
  return `“${name}”里查出病毒（${finding}），没有接收。请先在电脑上杀毒，再上传；要得急的，可以改用纸质材料。`;
}

/** So many are asked of the database at once. */
const BATCH = 500;

async function* oldOnes(shelf: Shelf, before: Date): AsyncGenerator<readonly string[]> {
  let ids: string[] = [];
  for await (const { id, at } of shelf.list()) {
    if (at < before) ids.push(id);
    if (ids.length < BATCH) continue;
    yield ids;
    ids = [];
  }
  if (ids.length > 0) yield ids;
}

async function clearOld(folder: string, before: Date): Promise<number> {
  const old = await olderThan(folder, before);
  for (const path of old) await removeIfThere(join(folder, path));
  return old.length;
}

async function olderThan(folder: string, before: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of await entriesOf(folder)) {
    const found = await stat(join(folder, name)).catch(unlessMissing);
    if (found && found.mtime < before) old.push(name);
  }
  return old;
}
