/** 正文字节: read up to a bound, unpacked within the same bound; a small packed body can be larger than memory. */
import type { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const UNPACK: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

export async function readBody(
  stream: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<{ body: Buffer; cut: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    // Leaving the loop destroys the stream and with it the connection.
    if (length > maxBytes) return { body: Buffer.concat(pieces).subarray(0, maxBytes), cut: true };
  }
  return unpacked(Buffer.concat(pieces), encoding, maxBytes);
}

/** Packed in another way, or more than once, it is not unpacked, and of what is in it nothing is known. @throws what is no packed body at all */
export function unpacked(body: Buffer, encoding: string | undefined, maxBytes: number): { body: Buffer; cut: boolean } {
  const packed = encoding?.trim().toLowerCase() ?? '';
  if (body.length === 0 || packed === '' || packed === 'identity') return { body, cut: false };
  const unpack = UNPACK[packed];
  if (!unpack) return { body: Buffer.alloc(0), cut: true };
  try {
    return { body: unpack(body, { maxOutputLength: maxBytes }), cut: false };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    return { body: Buffer.alloc(0), cut: true };
  }
}
