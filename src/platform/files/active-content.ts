/**
 * 会自己动的内容 [FIL-5]: macros, scripts, programs packed into a document. An officer opens what a stranger sent; so nothing that acts by
 * itself is kept at all. Where a document cannot be looked into because it is locked, it is refused for that.
 */
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { Sniffed } from './sniff.ts';

export type ActiveContent = 'macros' | 'script' | 'embedded' | 'remote' | 'locked';

export async function activeContentOf(path: string, { kind, archive }: Sniffed): Promise<ActiveContent | undefined> {
  if (archive) return inArchive(archive);
  if (kind === 'pdf') return inPdf(await readFile(path));
  if (kind === 'doc' || kind === 'xls' || kind === 'ppt') return inOldOffice(await readFile(path));
  return undefined;
}

function inArchive({ names, relations }: NonNullable<Sniffed['archive']>): ActiveContent | undefined {
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (holds(/vbaProject|vbaData|macrosheets\/|\/activeX\//i) || /macroEnabled|vbaProject/i.test(relations))
    return 'macros';
  if (holds(/\/embeddings\/|oleObject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|zip|jar)$/i)) return 'embedded';
  const calls = relations.match(/<Relationship\b[^>]*>/g) ?? [];
  const fetches = (tag: string) =>
    /TargetMode\s*=\s*["']External["']/i.test(tag) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag);
  return calls.some(fetches) ? 'remote' : undefined;
}

function inOldOffice(bytes: Buffer): ActiveContent | undefined {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('_VBA_PROJECT') || holds('VBA\0')) return 'macros';
  return holds('Ole10Native') || holds('ObjectPool\0') ? 'embedded' : undefined;
}

const STREAM_BYTES = 8 * 1024 * 1024;
const STREAMS_BYTES = 64 * 1024 * 1024;

/** Names may be written with escapes (`/J#61vaScript`) and objects may be packed into streams: both are undone first. */
function inPdf(bytes: Buffer): ActiveContent | undefined {
  const raw = bytes.toString('latin1');
  const text = [raw, ...packedObjects(bytes, raw)]
    .map((part) => part.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    .join('\n');
  if (/\/Encrypt\b/.test(text)) return 'locked';
  if (/\/(JavaScript|JS|Launch|RichMedia|XFA)\b(?![-\w])/.test(text)) return 'script';
  return /\/EmbeddedFiles?\b/.test(text) ? 'embedded' : undefined;
}

function* packedObjects(bytes: Buffer, raw: string): Generator<string> {
  let left = STREAMS_BYTES;
  for (const { index } of raw.matchAll(/\/ObjStm\b/g)) {
    const start = /stream\r?\n/.exec(raw.slice(index, index + 2_000));
    if (!start || left <= 0) continue;
    const from = index + start.index + start[0].length;
    const end = raw.indexOf('endstream', from);
    try {
      const plain = inflateSync(bytes.subarray(from, end < 0 ? bytes.length : end), {
        maxOutputLength: Math.min(STREAM_BYTES, left),
      });
      left -= plain.length;
      yield plain.toString('latin1');
    } catch (error) {
      // What no reader can unpack none will run; what only is too large to look into might.
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') yield '/EmbeddedFile ';
    }
  }
}
