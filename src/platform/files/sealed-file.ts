/**
 * 封存 [FIL-6]: a file at rest is a row of sealed pieces, so that neither writing nor reading holds more than one piece. Each piece is bound
 * to its file, its place and whether it is the last: pieces that were exchanged, left out or cut off do not open.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { KeyRing } from '../key-file.ts';

const PIECE = 64 * 1024;
/** Before the first byte of a piece: its length. */
export const PIECE_HEAD = 4;
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

/** @throws Error when the file was altered, cut off, or is not the one of this id */
export async function* openSealedFile(path: string, id: string, keys: FileKeys): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let [n, at] = [0, 0];
    do {
      const length = (await readExactly(file, PIECE_HEAD, at)).readUInt32BE();
      if (length > LARGEST_PIECE) throw new Error('not a sealed file');
      const sealed = await readExactly(file, length, at + PIECE_HEAD);
      at += PIECE_HEAD + length;
      yield keys.openBytes(sealed, contextOf(id, n, at === size));
      n += 1;
    } while (at < size);
  } finally {
    await file.close();
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

async function readExactly(file: FileHandle, length: number, at: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error('a sealed file was cut off');
  return buffer;
}
