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
  const calls = relations.match(/<Relationship\b[^<>]*>/g) ?? [];
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
/** Streams of objects that do not unpack: a document that was saved in order has none. */
const BROKEN_STREAMS = 20;
/** How far before its content a stream says that it holds objects. */
const DICTIONARY = 2_000;

/** Each letter of a name may be written with its number instead (`/J#61vaScript`). */
function nameIn(words: string): string {
  const letter = (one: string) => `(?:${one}|#${one.charCodeAt(0).toString(16)})`;
  return words
    .replace(/\w/g, letter)
    .replace(/#(\d)([a-f])/g, (_, high, low) => `#${high}[${low}${low.toUpperCase()}]`);
}

const LOCKED = new RegExp(`/${nameIn('Encrypt')}(?!\\w)`);
const EMBEDS = new RegExp(`/${nameIn('EmbeddedFile')}`);
/** Two letters are met by chance in every scanned picture, so what follows must be a text or a reference to one. */
const ACTS = new RegExp(
  `/${nameIn('(?:JavaScript|Rendition|Launch|RichMedia|XFA)')}(?![-\\w])|/${nameIn('JS')}[\\s\\0]*(?:[(<%]|\\d+\\s+\\d+\\s+R)`,
);
const PACKED = new RegExp(`/${nameIn('ObjStm')}(?!\\w)|stream\\r?\\n`, 'g');

/** Objects may be packed into streams: those are looked into too. */
function inPdf(bytes: Buffer): ActiveContent | undefined {
  const raw = bytes.toString('latin1');
  if (LOCKED.test(raw)) return 'locked';
  let embeds = EMBEDS.test(raw);
  if (ACTS.test(raw)) return 'script';
  for (const objects of packedObjects(bytes, raw)) {
    if (objects === undefined || EMBEDS.test(objects)) embeds = true;
    else if (ACTS.test(objects)) return 'script';
  }
  return embeds ? 'embedded' : undefined;
}

/** Whoever made it, the file is gone through once. @returns undefined for what is too much to be looked into: it might act */
function* packedObjects(bytes: Buffer, raw: string): Generator<string | undefined> {
  let [left, broken, said] = [STREAMS_BYTES, 0, Number.NEGATIVE_INFINITY];
  for (const { 0: word, index } of raw.matchAll(PACKED)) {
    if (word.startsWith('/')) said = index;
    else if (index - said <= DICTIONARY) {
      said = Number.NEGATIVE_INFINITY;
      try {
        const maxOutputLength = Math.min(STREAM_BYTES, left);
        const plain = inflateSync(bytes.subarray(index + word.length), { maxOutputLength });
        left -= plain.length;
        yield plain.toString('latin1');
      } catch (error) {
        // What no reader can unpack none will run; what only is too large to look into might.
        broken += 1;
        if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' || broken > BROKEN_STREAMS)
          return yield undefined;
      }
      if (left <= 0) return yield undefined;
    }
  }
}
