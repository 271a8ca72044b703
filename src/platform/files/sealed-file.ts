/**
 * 封存 [FIL-6]: a file at rest is a row of sealed pieces, so that neither writing nor reading holds more than one piece. Each piece is bound
 * to its file, its place and whether it is the last: pieces that were exchanged, left out or cut off do not open.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { KEY_ID_BYTES, type KeyRing } from '../key-file.ts';
import type { OpenFile } from './shelf.ts';

const PIECE = 64 * 1024;
/** Before the first byte of a piece: its length. */
const PIECE_HEAD = 4;
/** What sealing may add to a piece, with room to spare. */
const LARGEST_PIECE = PIECE + 256;

export type FileKeys = Pick<KeyRing, 'sealBytes' | 'openBytes'>;

/** Writes and brings to the disk; the target must not be there. */
export async function sealFile(from: string, to: string, id: string, keys: FileKeys): Promise<void> {
  const source = await open(from, 'r');
  try {
    await sealPieces(piecesOf(source), to, id, keys);
  } finally {
    await source.close();
  }
}

/** The same for what comes in pieces already; at least one. */
export async function sealPieces(
  pieces: AsyncGenerator<Buffer>,
  to: string,
  id: string,
  keys: Pick<FileKeys, 'sealBytes'>,
): Promise<void> {
  const target = await open(to, 'wx', 0o600);
  try {
    let [n, piece] = [0, await pieces.next()];
    while (!piece.done) {
      const following = await pieces.next();
      const sealed = keys.sealBytes(piece.value, contextOf(id, n, following.done === true));
      const length = Buffer.alloc(PIECE_HEAD);
      length.writeUInt32BE(sealed.length);
      await target.writeFile(Buffer.concat([length, sealed]));
      [n, piece] = [n + 1, following];
    }
    await target.sync();
  } finally {
    await target.close();
  }
}

/** So much from the front tells under which key a file lies. */
export const KEY_AT_THE_FRONT = PIECE_HEAD + KEY_ID_BYTES;

/**
 * The key of the first piece; undefined when the file is shorter than that. While a file is sealed its key may change, from an older to a newer one and
 * never back: where the first piece lies under the newest, all do.
 */
export function keyAtTheFront(front: Buffer): string | undefined {
  return front.length < KEY_AT_THE_FRONT ? undefined : front.toString('hex', PIECE_HEAD, KEY_AT_THE_FRONT);
}

/** @throws Error when the file was altered, cut off, or is not the one of this id */
export async function* openSealed({ bytes, content }: OpenFile, id: string, keys: FileKeys): AsyncGenerator<Buffer> {
  const source = exactly(content);
  try {
    let [n, at] = [0, 0];
    do {
      const length = (await source.take(PIECE_HEAD)).readUInt32BE();
      if (length > LARGEST_PIECE) throw new Error('not a sealed file');
      const sealed = await source.take(length);
      at += PIECE_HEAD + length;
      yield keys.openBytes(sealed, contextOf(id, n, at === bytes));
      n += 1;
    } while (at < bytes);
  } finally {
    await source.letGo();
  }
}

function contextOf(id: string, n: number, isLast: boolean): string {
  return `files/${id}/${n}${isLast ? '/last' : ''}`;
}

async function* piecesOf(source: FileHandle): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const piece = await nextPiece(source, n * PIECE);
    if (piece.length === 0) return;
    yield piece;
  }
}

async function nextPiece(file: FileHandle, at: number): Promise<Buffer> {
  const piece = Buffer.alloc(PIECE);
  let filled = 0;
  while (filled < PIECE) {
    const { bytesRead } = await file.read(piece, filled, PIECE - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return piece.subarray(0, filled);
}

/** So many bytes at a time, however they arrive. */
function exactly(content: AsyncIterable<Buffer>) {
  const chunks = content[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return {
    async take(length: number): Promise<Buffer> {
      while (held.length < length) {
        const next = await chunks.next();
        if (next.done) throw new Error('a sealed file was cut off');
        held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
      }
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return taken;
    },
    letGo: async () => void (await chunks.return?.()),
  };
}
