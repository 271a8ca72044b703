/**
 * 口令加密 [OPS-6]: a backup under a passphrase is a line that says how the key is derived, and sealed pieces. Each piece is bound to that
 * line, to its place and to whether it is the last: nothing can be altered, exchanged, left out or cut off.
 */
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { CIPHERS, type CipherName, preferredCipher } from '../ciphers.ts';
import { Damaged } from './damaged.ts';

const PIECE = 256 * 1024;
/** What sealing may add to a piece, with room to spare. */
const LARGEST = PIECE + 256;
const MARK = 'GONGKAI-SEALED-BACKUP 1';
/** A quarter of a second and 128 MB a guess. */
const COST = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const HEAD_BYTES = 200;

/** Whether these first bytes are those of a sealed backup. */
export const isSealed = (start: Buffer): boolean => start.toString('latin1', 0, MARK.length) === MARK;

export async function* sealWith(
  passphrase: string,
  plain: AsyncIterable<Buffer>,
  cipher: CipherName = preferredCipher(),
): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const head = Buffer.from(`${MARK} ${cipher} scrypt ${salt.toString('hex')}\n`);
  const secret = await secretOf(passphrase, salt);
  yield head;
  let n = 0;
  let held: Buffer | undefined;
  const seal = (piece: Buffer, isLast: boolean) => {
    const sealed = CIPHERS[cipher].seal(secret, piece, contextOf(head, n, isLast));
    n += 1;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    return Buffer.concat([length, sealed]);
  };
  for await (const piece of inPieces(plain)) {
    if (held) yield seal(held, false);
    held = piece;
  }
  yield seal(held ?? Buffer.alloc(0), true);
}

/** @throws Damaged when a piece is not what was sealed, or the passphrase is another */
export async function* openWith(passphrase: string, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const read = reader(sealed);
  const start = await read.upTo(HEAD_BYTES);
  const head = start.subarray(0, start.indexOf(10) + 1);
  const [, cipher, saltText] = /^GONGKAI-SEALED-BACKUP 1 (\S+) scrypt ([0-9a-f]{32})\n$/.exec(head.toString()) ?? [];
  const known = CIPHERS[cipher as CipherName];
  if (!known?.available() || !saltText) throw new Damaged('加密说明（文件开头）');
  const secret = await secretOf(passphrase, Buffer.from(saltText, 'hex'));
  read.giveBack(start.subarray(head.length));
  for (let n = 0; ; n += 1) {
    const length = await read.upTo(4);
    const size = length.length === 4 ? length.readUInt32BE() : LARGEST + 1;
    const piece = size <= LARGEST ? await read.upTo(size) : undefined;
    const isLast = await read.isAtEnd();
    const plain = piece && tryOpen(() => known.open(secret, piece, contextOf(head, n, isLast)));
    if (!plain) throw n === 0 ? new Damaged('加密说明（文件开头）', true) : new Damaged(undefined);
    yield plain;
    if (isLast) return;
  }
}

function tryOpen(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function contextOf(head: Buffer, n: number, isLast: boolean): Buffer {
  return Buffer.concat([head, Buffer.from(`${n}${isLast ? '/last' : ''}`)]);
}

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Composed the same whatever keyboard it was typed on. */
async function secretOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, 32, COST);
}

async function* inPieces(plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of plain) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE) continue;
    let whole: Buffer = Buffer.concat(waiting);
    for (; whole.length >= PIECE; whole = whole.subarray(PIECE)) yield whole.subarray(0, PIECE);
    waiting = [whole];
    bytes = whole.length;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** Exactly so many bytes of a stream at a time; fewer only at its end. */
function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let ended = false;
  const fill = async (bytes: number) => {
    const parts = [held];
    let length = held.length;
    while (length < bytes && !ended) {
      const next = await chunks.next();
      if (next.done) ended = true;
      else {
        parts.push(next.value);
        length += next.value.length;
      }
    }
    held = parts.length === 1 ? held : Buffer.concat(parts);
  };
  return {
    async upTo(bytes: number): Promise<Buffer> {
      await fill(bytes);
      const taken = held.subarray(0, bytes);
      held = held.subarray(bytes);
      return taken;
    },
    giveBack(bytes: Buffer) {
      held = Buffer.concat([bytes, held]);
    },
    async isAtEnd(): Promise<boolean> {
      await fill(1);
      return held.length === 0;
    },
  };
}
