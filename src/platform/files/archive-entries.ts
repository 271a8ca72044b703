/** 压缩包里的文件, one after another, so that a large archive never stands in memory; names in UTF-8 or GBK. */
import { validateFileName } from 'yauzl';
import { contentOf, nextOf, opened } from './measure-archive.ts';

export interface ArchiveEntry {
  readonly name: string;
  /** null where it is locked, damaged, larger than `most` bytes, or leads out of the archive. */
  readonly content: Buffer | null;
  /** Whether the name leads out of the archive (`../`): nothing of it was opened. */
  readonly leadsOut: boolean;
}

const UTF8_NAME = 0x800;
const LOCKED = 1;

/** Entries other than folders, of an archive by its path or its bytes; ends early where the directory is damaged. @throws where the file is no archive */
export async function* archiveEntries(archive: string | Buffer, most: number): AsyncGenerator<ArchiveEntry> {
  const zip = await opened(archive, false);
  try {
    for (;;) {
      const entry = await nextOf(zip);
      if (!entry) return;
      const utf8 = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0;
      const name = (utf8 ? entry.fileNameRaw.toString('utf8') : nameOf(entry.fileNameRaw)).replaceAll('\\', '/');
      if (name.endsWith('/')) continue;
      const leadsOut = validateFileName(name) !== null;
      const closed = leadsOut || (entry.generalPurposeBitFlag & LOCKED) !== 0 || entry.uncompressedSize > most;
      yield { name, content: closed ? null : await inflated(zip, entry, most), leadsOut };
    }
  } finally {
    zip.close();
  }
}

/** Headers may lie: what is really unpacked is counted. */
async function inflated(...[zip, entry, most]: [...Parameters<typeof contentOf>, number]): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await contentOf(zip, entry)) {
      bytes += (chunk as Buffer).length;
      if (bytes > most) return null;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** Chinese Windows writes names in GBK and does not say so. */
function nameOf(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
