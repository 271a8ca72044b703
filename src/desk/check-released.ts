/** 提供前的检查 [FIL-14]: a file that is to go out with a reply is looked through before it is put into the file at all. */
import type { FileStore, KeptFile } from '../platform/files/file-store.ts';
import { ARCHIVE_BYTES, ARCHIVE_ENTRIES } from '../platform/files/limits.ts';
import { unzip } from '../platform/papers/unzip.ts';
import { hiddenContent, hiddenInPicture, NOT_LOOKED_INTO } from '../review/hidden-content.ts';
import type { Issue } from '../statute/issue.ts';

/** What the store lets in is looked into. */
const LIMITS = { bytes: ARCHIVE_BYTES, entries: ARCHIVE_ENTRIES };

export async function hiddenIn({ id, kind }: KeptFile, files: Pick<FileStore, 'read'>): Promise<Issue[]> {
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx': {
      const entries = unzip(await wholeOf(id, files), LIMITS);
      if (!entries) return [NOT_LOOKED_INTO];
      const texts = [...entries].filter(([name]) => name.endsWith('.xml'));
      return hiddenContent(new Map(texts.map(([name, bytes]) => [name, bytes.toString('utf8')])));
    }
    case 'doc':
    case 'xls':
    case 'ppt':
      return [NOT_LOOKED_INTO];
    case 'jpg':
    case 'tif':
    case 'png':
      return hiddenInPicture(kind, (await wholeOf(id, files)).toString('latin1'));
    default:
      return [];
  }
}

async function wholeOf(id: string, files: Pick<FileStore, 'read'>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of files.read(id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
