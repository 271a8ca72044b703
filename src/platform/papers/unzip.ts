/**
 * 压缩包: an XLSX is a ZIP, and a small ZIP can hold a file larger than memory. Every entry is inflated against one budget; what its
 * headers claim is not believed. Only the plain form that office programs write is taken: one directory at the very end, nothing
 * before, between or after that a second reader would see differently.
 */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export interface UnzipLimits {
  /** Bytes of all entries together. */
  readonly bytes: number;
  readonly entries: number;
}

/** Entries by name; undefined when the file is no such archive, or more than the limits allow. */
export function unzip(file: Buffer, limits: UnzipLimits): ReadonlyMap<string, Buffer> | undefined {
  const end = file.length - END_LENGTH;
  if (end < 0 || file.readUInt32LE(end) !== END) return undefined;
  const [count, size, start] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)];
  if (count > limits.entries || start + size !== end) return undefined;
  const entries = new Map<string, Buffer>();
  let [at, left] = [start, limits.bytes];
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== ENTRY) return undefined;
    const content = contentOf(file, at, left);
    if (content === undefined) return undefined;
    left -= content.length;
    const nameEnd = at + ENTRY_LENGTH + file.readUInt16LE(at + 28);
    entries.set(file.toString('utf8', at + ENTRY_LENGTH, nameEnd), content);
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return at === end ? entries : undefined;
}

/** Undefined when the entry is encrypted, packed in another way, damaged, or larger than what is left. */
function contentOf(file: Buffer, at: number, left: number): Buffer | undefined {
  const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
  const [packed, local] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
  if (flags & ENCRYPTED || local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return undefined;
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packed > file.length) return undefined;
  const content = file.subarray(from, from + packed);
  if (method === STORED) return packed <= left ? content : undefined;
  if (method !== DEFLATED || left <= 0) return undefined;
  try {
    return inflateRawSync(content, { maxOutputLength: left });
  } catch {
    return undefined;
  }
}
